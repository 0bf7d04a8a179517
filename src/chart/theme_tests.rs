use super::*;

/// Red, green and blue of sRGB as amounts of light.
fn linear(hex: &str) -> [f64; 3] {
    [1, 3, 5].map(|i| {
        let c = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0;
        if c <= 0.03928 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

fn luminance(hex: &str) -> f64 {
    let [r, g, b] = linear(hex);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// WCAG 2.1, 1.4.3 and 1.4.11.
#[test]
fn contrast_of_texts_and_marks() {
    for t in [INK, MUTED, PUBLISHED] {
        for ground in [GROUND, PANEL] {
            assert!(contrast(t.light, ground.light) >= 4.5, "{t:?}");
            assert!(contrast(t.dark, ground.dark) >= 4.5, "{t:?}");
        }
    }
    for t in TONES.iter().take(6).chain([&LINE]) {
        assert!(contrast(t.light, GROUND.light) >= 3.0, "{t:?}");
        assert!(contrast(t.dark, GROUND.dark) >= 3.0, "{t:?}");
    }
}

#[test]
fn colours_of_plotters_find_their_tone() {
    assert!(TONES.iter().all(|t| by_rgb({
        let RGBColor(r, g, b) = rgb(*t);
        (r, g, b)
    }) == Some(*t)));
    assert_eq!(by_rgb((1, 2, 3)), None);
}

/// L*a*b* under D65.
fn lab(light: [f64; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let [x, y, z] = times(XYZ, light.map(|c| c.clamp(0.0, 1.0)));
    let f = |t: f64| {
        if t > 0.008856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    };
    let (x, y, z) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The full deficiencies of Machado, Oliveira and Fernandes (2009), and none.
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

#[test]
fn colours_are_told_apart_by_all_eyes() {
    let themes: [fn(&Tone) -> &'static str; 2] = [|t| t.light, |t| t.dark];
    for value in themes {
        for eye in EYES {
            let seen: Vec<[f64; 3]> = TONES
                .iter()
                .take(6)
                .map(|t| lab(times(eye, linear(value(t)))))
                .collect();
            for (i, a) in seen.iter().enumerate() {
                for b in seen.iter().skip(i + 1) {
                    let apart: f64 = a.iter().zip(b).map(|(p, q)| (p - q).powi(2)).sum();
                    assert!(apart.sqrt() >= 26.5, "{}", apart.sqrt());
                }
            }
        }
    }
}
