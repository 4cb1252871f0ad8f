// What is seen of the demonstration banner; words is what it must say. Each fact must be true.
words => {
    const banner = document.querySelector('.demo'), paragraph = banner.querySelector('p')
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0)
    const at = box => document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const luminance = colour => {
        const linear = part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4
        const [r, g, b] = colour.match(/[\d.]+/g).map(part => linear(part / 255))
        return .2126 * r + .7152 * g + .0722 * b
    }
    const style = getComputedStyle(paragraph), [dark, light] =
        [luminance(style.color), luminance(getComputedStyle(banner).backgroundColor)].sort((a, b) => a - b)
    return {
        said: banner.innerText.replace(/\s+/g, ' ').trim() === words,
        drawn: boxes.length > 0 && boxes.every(box => box.x >= 0 && box.right <= innerWidth && box.y >= 0),
        uncovered: boxes.every(box => banner.contains(at(box))),
        large: parseFloat(style.fontSize) >= 12 && boxes.every(box => box.height >= 10),
        contrast: (light + .05) / (dark + .05) >= 4.5,
        first: banner.getBoundingClientRect().y === 0 && banner.getBoundingClientRect().width > innerWidth * .9,
        plain: [banner, ...banner.querySelectorAll('*')].every(each => {
            const own = getComputedStyle(each)
            return each.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})
                && own.opacity === '1' && own.filter === 'none' && own.transform === 'none' && own.clipPath === 'none'
                && own.maskImage === 'none' && own.textIndent === '0px' && own.letterSpacing === 'normal'
                && own.unicodeBidi === 'isolate' && own.webkitTextFillColor === own.color
        }),
    }
}
