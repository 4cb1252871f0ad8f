// The texts with the least contrast to what lies below them, their own icons included: [ratio, name, text].
() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const each = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || each.closest('.vh, .meaning') || !each.checkVisibility()) continue;
        const ground = findGround(each);
        for (const pseudo of ['', '::before', '::marker']) {
            const style = getComputedStyle(each, pseudo || null);
            if (pseudo === '::before' && style.content === 'none') continue;
            if (pseudo === '::marker' && getComputedStyle(each).display !== 'list-item') continue;
            const colour = parse(style.color);
            const name = `${each.tagName.toLowerCase()}${each.className && `.${each.className}`}${pseudo}`;
            found.push([tellContrast(over(colour, ground), ground), name, each.textContent.trim()]);
        }
    }
    return found.sort((a, b) => a[0] - b[0]).slice(0, 200);
}
