// What is pasted into a paragraph and is none: a table comes in as one line a cell, photos not at all.
import { button, notice } from "./notice.js";

const WORDS =
  "Bảng và ảnh không dán được vào đoạn văn: ảnh không vào, bảng thành từng dòng chữ. Hãy thêm khối “Bảng”, " +
  "“Ảnh có chú thích”, hoặc đưa cả tệp Word vào bằng “Nhập bài”.";

export const tellWhatIsNotPasted = (form) => {
  let bar;
  form?.addEventListener(
    "paste",
    ({ target, clipboardData }) => {
      if (bar?.isConnected || !target.closest("[data-streamfield-child] .public-DraftEditor-content")) return;
      const pasted = new DOMParser().parseFromString(clipboardData.getData("text/html"), "text/html");
      if (!pasted.querySelector("table, img")) return;
      bar = notice(form, WORDS, button("Đã hiểu", () => bar.remove()));
    },
    true, // the editor keeps the event to itself
  );
};
