// The edges and icons that carry meaning: [contrast with what lies around, name].
() => {
    const edged = '.care, .dos > div, .takeaway, .sources, .quotation, .note';
    const withIcon = '.unreviewed, .alarm, .care > :is(h2, h3), .dos li, .name'
        + ', .checked, .unchecked, .broken, .retracted, .corrected';
    const name = each => `${each.tagName.toLowerCase()}${each.className && `.${each.className}`}`;
    return [
        ...[...document.querySelectorAll(edged)].map(each => {
            const style = getComputedStyle(each);
            const onTop = parseFloat(style.borderBlockStartWidth) > 0;
            const side = onTop ? style.borderBlockStartColor : style.borderInlineStartColor;
            return ['edge', tellContrast(parse(side).slice(0, 3), findGround(each.parentElement)), name(each)];
        }),
        ...[...document.querySelectorAll(withIcon)].map(each => {
            const icon = parse(getComputedStyle(each, '::before').backgroundColor).slice(0, 3);
            return ['icon', tellContrast(icon, findGround(each)), name(each)];
        }),
    ];
}
