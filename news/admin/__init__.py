"""The newsroom's screens in Wagtail's admin; `news.wagtail_hooks` hangs them up there."""
