// Targets that are too small to hit, and marks that overlap: [what, text].
() => {
    const found = [], shown = selector => [...document.querySelectorAll(selector)]
        .filter(each => each.checkVisibility({visibilityProperty: true}));
    const judge = (each, box, least, what) => {
        if (box.height > 0 && box.height < least - .01) {
            found.push([`${what} "${(each.ariaLabel || each.textContent.trim() || each.name).slice(0, 40)}" is `
                + `${Math.round(box.height * 10) / 10} pixels high; it needs ${least}`, each.textContent.trim()]);
        }
    };
    for (const each of shown('nav a')) judge(each, each.getBoundingClientRect(), 24, 'the link');
    for (const each of shown('button, input:not([type=checkbox], [type=radio]), select, textarea')) {
        judge(each, each.getBoundingClientRect(), 44, 'the control');
    }
    const marks = shown('a.cite, [role=doc-backlink]').map(each => [each, each.getBoundingClientRect()]);
    marks.forEach(([each, box], at) => {
        const name = (each.ariaLabel || each.textContent.trim()).slice(0, 40);
        if (box.width < 23.99 || box.height < 23.99) {
            found.push([`the mark "${name}" is ${Math.round(box.width * 10) / 10} by `
                + `${Math.round(box.height * 10) / 10} pixels; it needs 24 by 24`, '']);
        }
        if (marks.slice(at + 1).some(([, other]) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > .5
            && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > .5)) {
            found.push([`the mark "${name}" lies over another`, '']);
        }
    });
    return found.slice(0, 20);
}
