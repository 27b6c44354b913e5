function show(comment) {
  document.querySelector("#list").innerHTML += `<li><b>${comment.author}</b> ${comment.text}</li>`;
}

window.show = show;
