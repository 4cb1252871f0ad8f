// What is wider than the window, and what is outside a box it is written in: the box cuts it off, or it lies over what
// comes next. What scrolls by itself may be larger; what is only heard, or off screen until it has the focus, does not
// count. Letters may rise above their line by a part of their height. Gives [what, text].
() => {
    const root = document.documentElement, found = new Map(), range = document.createRange();
    const add = (what, text) => found.has(what) || found.set(what, text);
    if (root.scrollWidth > root.clientWidth) add('the page is wider than the window and scrolls sideways', '');
    const isSeen = each => each.checkVisibility({visibilityProperty: true})
        && !each.closest('.vh, .meaning, .skip:not(:focus)')
        && !(each.closest('thead')?.getBoundingClientRect().width <= 2);
    const name = each => `${each.tagName.toLowerCase()}${each.className && `.${each.className}`}`;
    const judge = (parts, first, text) => {
        for (let at = first; at; at = at.parentElement) {
            const style = getComputedStyle(at), box = at === root ? new DOMRect(0, -1e6, root.clientWidth, 2e6)
                : at.getBoundingClientRect();
            if (at === document.body || /inline$|contents/.test(style.display)) continue;
            const scrolls = /auto|scroll/.test(style.overflow) && at !== root;
            for (const part of parts) {
                const give = part.height / 3;
                const aside = !scrolls && (part.left < box.left - 2 || part.right > box.right + 2);
                const above = !scrolls && (part.top < box.top - give || part.bottom > box.bottom + give);
                if (aside || above) return add(`"${text.trim().slice(0, 40)}" is outside its box (${name(at)})`, text);
            }
            if (scrolls || /absolute|fixed/.test(style.position)) break;
        }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, each = text.parentElement;
        if (!text.data.trim() || !isSeen(each) || each.closest('option, template')) continue;
        range.selectNodeContents(text);
        judge([...range.getClientRects()].filter(part => part.width > 1), each, text.data);
    }
    for (const each of document.querySelectorAll('img, svg, input, button, select, textarea, summary')) {
        if (!isSeen(each)) continue;
        judge([each.getBoundingClientRect()], each.parentElement, `${name(each)} ${each.name || each.alt || ''}`);
        if (!each.placeholder) continue;
        const before = each.value;
        each.value ||= each.placeholder;
        if (each.scrollWidth > each.clientWidth + 1) add(`"${each.value}" is cut off in its field`, '');
        each.value = before;
    }
    return [...found].slice(0, 5);
}
