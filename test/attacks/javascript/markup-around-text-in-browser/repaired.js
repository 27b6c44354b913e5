function show(comment) {
  const item = document.createElement("li");
  const author = document.createElement("b");
  author.textContent = comment.author;
  item.append(author, " " + comment.text);
  document.querySelector("#list").append(item);
}

window.show = show;
