// Marks that are not beside the word they belong to: [words before it and its number].
() => [...document.querySelectorAll('.cites')].flatMap(each => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
    texts.currentNode = each;
    let text, at = 0;
    while (!at) {
        text = texts.previousNode();
        if (!text) return [];
        at = text.parentElement.matches('.meaning') ? 0 : text.data.replace(/\u2060$/, '').length;
    }
    range.setStart(text, at - 1), range.setEnd(text, at);
    const letter = range.getBoundingClientRect();
    if (!letter.height) return [];  // not shown: another check's
    return [...each.querySelectorAll('.cite:not(.intent ~ .cite)')]  // those after words are beside these
        .map(mark => mark.getBoundingClientRect())
        .filter(mark => mark.height && (mark.top > letter.bottom || (document.dir === 'rtl' ? mark.right > letter.left + 1
            : mark.left < letter.right - 1)))
        // A word longer than the line breaks wherever it must, before its mark, too.
        .filter(() => text.data.split(/\s/).pop().length < 30)
        .map(() => `${text.data.slice(-20).trim()} ${each.innerText}`);
})
