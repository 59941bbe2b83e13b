"""How Wagtail's admin shows articles: in lists with their views; beside the form those, and the house style."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.timezone import localtime
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import ParentPageColumn
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView, PageListingMixin
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page, PageQuerySet

from news.admin.choosing_section import NewArticleView
from news.admin.comparing import VersionsView
from news.admin.copying import DraftCopyForm
from news.admin.taking_down import TakingDownView
from news.house_style.screens import HouseStylePanel
from news.models import ArticlePage, ReviewTask
from news.models.review import PermissionsOfOthers
from news.pageviews.models import ViewTotal
from news.pageviews.screens import ViewsPanel
from search.templatetags.search_tags import number

VIEWS = Column(
    "views_total",
    label="Lượt xem",
    accessor=lambda page: number(page.views_total) if page.views_total is not None else "",
    sort_key="views_total",
    width="8%",
)
SECTION = ParentPageColumn("parent", label="Chuyên mục")
NOT_ON_PHONES = ("parent", "views_total", "latest_revision_created_at", "type")


def on_wide_screens(column: Column) -> Column:
    """Not on phones, where what is looked for is a title and its state (newsroom.css)."""
    column = copy(column)
    column.classname = f"{column.classname or ''} on-wide-screens".strip()
    column.header = Column.Header(column)
    return column


def with_views(columns: list[Column]) -> list[Column]:
    """Wagtail's columns, the views behind the first three; what phones leave out is marked."""
    return [
        on_wide_screens(column) if column.name in NOT_ON_PHONES else column
        for column in (*columns[:3], VIEWS, *columns[3:])
    ]


class WithViews(PageListingMixin):
    """A list of pages that knows how often they were read; what is no article was not."""

    def annotate_queryset(self, pages: PageQuerySet) -> PageQuerySet:
        totals = ViewTotal.objects.filter(article=OuterRef("translation_key")).values("total")
        return super().annotate_queryset(pages).annotate(views_total=Subquery(totals))

    def order_queryset(self, queryset: Any) -> Any:
        if self.ordering in ("views_total", "-views_total") and not self.is_searching:
            ordering = Coalesce("views_total", 0)
            descending = self.ordering.startswith("-")
            return queryset.order_by(ordering.desc() if descending else ordering.asc(), "pk")
        return super().order_queryset(queryset)


class ArticleListingView(WithViews, IndexView):
    add_item_label = "Viết bài mới"
    base_columns = with_views(
        [SECTION if column.name == "parent" else column for column in IndexView.base_columns]
    )


class SectionView(WithViews, ExplorableIndexView):
    base_columns = with_views(ExplorableIndexView.base_columns)


class ArticleAddView(CreateView):
    def get_side_panels(self) -> Any:
        """With a place for the house style, which what is saved by itself fills."""
        panels = super().get_side_panels()
        if self.parent_page.locale.language_code.startswith("vi"):
            panels.append(HouseStylePanel(self.page, self.request))
        return panels


class ReviewedEditView(EditView):
    """Says why a text came back; and to whom reviews it, what their yes or no has done."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if reason := why_it_came_back(self.page):
            messages.warning(request, reason)
        return super().get(request, *args, **kwargs)

    def add_save_confirmation_message(self) -> None:
        if self.action_name == "perform_workflow_action":
            reviewed = self.page_class.objects.get(pk=self.page.pk)
            messages.success(self.request, what_review_has_done(reviewed))
        else:
            super().add_save_confirmation_message()


class ReviewView(WorkflowActionView):
    """A yes or no given without opening the text: from the home screen, for one."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if self.task_state.status != self.task_state.STATUS_IN_PROGRESS:
            reviewed = type(self.object).objects.get(pk=self.object.pk)
            messages.success(request, what_review_has_done(reviewed))
        return answer


class ArticleEditView(ReviewedEditView):
    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        if self.page.first_published_at and not self.expects_json_response:
            panels.append(ViewsPanel(self.page, self.request))
        if self.page.locale.language_code.startswith("vi"):
            panels.append(HouseStylePanel(self.page, self.request))
        return panels


class WaitsForOthers(ActionMenuItem):
    """In the place of “Đăng”, for who publishes the texts of others: why it is not there."""

    name = "waits-for-others"
    template_name = "news/admin/waits_for_others.html"

    def is_shown(self, context: Any) -> bool:
        if not super().is_shown(context):
            return False  # somebody else's lock says why
        user, page = context["request"].user, context.get("page")
        if context["view"] == "create":
            may = context["parent_page"].permissions_for_user(user)
            return isinstance(may, PermissionsOfOthers) and may.subpages_wait_for_others()
        may = page.permissions_for_user(user)
        return isinstance(may, PermissionsOfOthers) and may.waits_for_others()


def publish_one_way(items: list[ActionMenuItem], request: HttpRequest, context: Any) -> None:
    """Whoever signs our last step publishes by it: “Đăng” beside that does the same, and breaks the review off."""
    review = context["page"].current_workflow_state if context.get("page") else None
    if not review or not isinstance(review.current_task_state.task.specific, ReviewTask):
        return
    approvals = [item for item in items if item.name == "approve"]
    if review.is_at_final_task and approvals:
        items[:] = [item for item in items if item.name != "action-publish"]
        if _waits_for_its_hour(context["page"]):
            for item in approvals:
                item.label = str(item.label).replace(" và đăng", " và hẹn giờ đăng")


def _waits_for_its_hour(page: Page) -> bool:
    return page.go_live_at is not None and page.go_live_at > timezone.now()


def why_it_came_back(page: Page) -> str:
    """Who sent a text back, when and for what; "" for one that nobody did."""
    review = page.current_workflow_state
    if review is None or review.status != review.STATUS_NEEDS_CHANGES:
        return ""
    step = review.current_task_state
    if step is None or step.finished_at is None:
        return ""
    editor = step.finished_by
    who = (editor.get_full_name() or editor.username) if editor else "Tòa soạn"
    return f"{who} trả lại lúc {localtime(step.finished_at):%H:%M %d/%m/%Y}: “{step.get_comment()}”"


def what_review_has_done(page: Page) -> str:
    """By what became of the page, just after a step has said yes or no."""
    title = f"“{page.get_admin_display_title()}”"
    review = page.current_workflow_state
    if review is None:
        scheduled = page.scheduled_revision
        if scheduled is None:
            return f"Đã duyệt và đăng {title}."
        return f"Đã duyệt {title}, sẽ đăng lúc {localtime(scheduled.approved_go_live_at):%H:%M %d/%m/%Y}."
    if review.status == review.STATUS_NEEDS_CHANGES:
        return f"Đã trả lại {title}."
    return f"Đã duyệt {title}, chuyển sang bước “{page.current_workflow_task.name}”."


class DraftCopyView(CopyView):
    def get_form_class(self) -> type[DraftCopyForm]:
        return DraftCopyForm


class ArticleViewSet(PageViewSet):
    model = ArticlePage
    copy_view_class = DraftCopyView
    choose_parent_view_class = NewArticleView
    add_view_class = ArticleAddView
    edit_view_class = ArticleEditView
    index_view_class = SectionView
    revisions_compare_view_class = VersionsView
    unpublish_view_class = TakingDownView
    workflow_action_view_class = ReviewView


class SectionViewSet(PageViewSet):
    """As Wagtail has it, but for copies: of a section with its articles nobody wants two in public."""

    copy_view_class = DraftCopyView


class ArticleListing(PageListingViewSet):
    """All articles, whatever their section, the one worked on last first."""

    model = ArticlePage
    index_view_class = ArticleListingView
    choose_parent_view_class = NewArticleView
    icon = "doc-full"
    menu_label = "Tin bài"
    menu_order = 105
    add_to_admin_menu = True
