// Parts that keep readers safe and are not seen: [element, why, text]. What is in a closed part of the page is not asked.
() => {
    const parts = {
        'the citation mark': 'a.cite', 'the link to the emergency card': '.alarm a', 'the icon of the emergency': '.alarm',
        'the card': '.care', 'the head of the card': '.care > :is(h2, h3, h4)', 'the words of the card': '.care p, .care li',
        'the state of the review': '.approved, .unreviewed', 'the state of a source': '.retracted, .corrected, .broken',
        'the list of sources': '.sources, .entries > li', 'the link back to the text': '[role=doc-backlink]',
    };
    const whole = {checkOpacity: true, checkVisibilityCSS: true, opacityProperty: true, visibilityProperty: true};
    const tellWhy = each => {
        if (!each.checkVisibility(whole)) return 'it is hidden';
        for (let at = each; at && at !== document.documentElement; at = at.parentElement) {
            const style = getComputedStyle(at);
            if (Number(style.opacity) < .9) return 'it is nearly transparent';
            if (style.clipPath !== 'none' || style.maskImage !== 'none') return 'a part is cut away';
            if (/opacity\(/.test(style.filter)) return 'a filter hides it';
        }
        const style = getComputedStyle(each);
        if (parse(style.color)[3] < .5 || parse(style.webkitTextFillColor)[3] < .5) return 'its letters are transparent';
        if (parseFloat(style.fontSize) < 11) return 'its letters are too small';
        const block = each.getBoundingClientRect().height < innerHeight ? 'center' : 'start';
        each.scrollIntoView({block, inline: 'nearest', behavior: 'instant'});
        const boxes = [...each.getClientRects()].filter(box => box.width > 1 && box.height > 1);
        if (!boxes.length) return 'it has no size';
        const box = boxes[0], x = box.left + Math.min(box.width, 40) / 2, y = box.top + Math.min(box.height, 30) / 2;
        if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return 'it is outside the window';
        const at = document.elementFromPoint(x, y);
        return !at || each.contains(at) || at.contains(each) ? '' : 'something lies over it';
    };
    const found = [];
    for (const [name, selector] of Object.entries(parts)) {
        for (const each of document.querySelectorAll(selector)) {
            if (each.closest('details:not([open]), .vh, .glance, dialog')) continue;
            const why = tellWhy(each);
            if (why) found.push([name, why, each.textContent.trim()]);
        }
    }
    scrollTo(0, 0);
    return found;
}
