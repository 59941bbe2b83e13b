// A chosen photo brings its words along: into fields that are empty, or that still hold the words of
// the photo chosen before. What somebody wrote stays.
const FIELDS = ["caption", "alt", "credit"];

class PhotoBlockDefinition extends window.wagtailStreamField.blocks.StructBlockDefinition {
  render(placeholder, prefix, initialState, initialError) {
    const block = super.render(placeholder, prefix, initialState, initialError);
    const field = (name) => document.getElementById(`${prefix}-${name}`);
    const decorative = field("decorative");
    const showWhetherAltIsWanted = () => {
      field("alt").readOnly = decorative.checked; // not disabled: its words would be lost
    };
    decorative.addEventListener("change", showWhetherAltIsWanted);
    showWhetherAltIsWanted();

    let brought = {};
    block.childBlocks.image.widget.addEventListener("chosen", async ({ detail }) => {
      const address = this.meta.wordsAddress.replace("/0/", `/${detail.id}/`);
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const words = await answer.json();
      for (const name of FIELDS) {
        const input = field(name);
        if (input.value.trim() && input.value !== brought[name]) continue;
        input.value = words[name];
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
      brought = words;
    });
    return block;
  }
}
window.telepath.register("news.PhotoBlock", PhotoBlockDefinition);
