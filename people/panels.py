"""Rows below a form, of which no two may say the same."""

from collections.abc import Iterable, Sequence
from typing import Any

from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel


class RowsOnce(BaseChildFormSet):
    def get_unique_error_message(self, unique_check: Sequence[str]) -> str:
        """Django names the columns, as the code does, and that of the form above among them."""
        fields = map(self.model._meta.get_field, unique_check)
        names = [str(field.verbose_name) for field in fields if field.name != self.fk.name]
        return f"Mỗi {' và '.join(names)} chỉ ghi một lần."


class OncePanel(InlinePanel):
    formset: type[BaseChildFormSet] = RowsOnce

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = self.formset
        return options


class MembersOnce(RowsOnce):
    """Nobody is a member twice at a time. The database says so of rows with an open end, which Django
    does not compare before they are saved."""

    def clean(self) -> None:
        super().clean()
        members = set()
        for form in self._with_an_open_end():
            member = form.cleaned_data["organisation"]
            if member in members:
                form.add_error(
                    "organisation", "Cơ quan này đã có ở trên; ghi ngày kết thúc của lần trước."
                )
            members.add(member)

    def _with_an_open_end(self) -> Iterable[Any]:
        for form in self.forms:
            row = getattr(form, "cleaned_data", {})
            if row.get("organisation") and not row.get("end") and not row.get("DELETE"):
                yield form


class MembersPanel(OncePanel):
    formset = MembersOnce
