use super::{Pattern, notes};
use crate::document::lines;

/// All patterns. The first that reads a block names it.
pub const PATTERNS: &[Pattern] = &[
    notes::UPDATED,
    notes::CAPTION,
    notes::LEADS_ELSEWHERE,
    Pattern {
        name: "see-also",
        goes: &[
            "See also  Ferry firm says sorry to passengers",
            "SEE ALSO: Ten bridges in 2019",
        ],
        stays: &[
            "See also how the river moved in 1953, the guide told us.",
            "See, also, the note of 3 May",
        ],
        reads: |l| l.label("see also") || l.after("see also").is_some() && l.short(200) && !l.stops(),
    },
    Pattern {
        name: "read-more",
        goes: &[
            "Read more: The mayor resigns",
            "READ MORE",
            "ALSO READ Dam opens on Friday",
            "Read more about the flood",
            "Read next: Who owns the pier?",
            "Also read | Ten storms",
        ],
        stays: &[
            "Read more books in 2024, he said",
            "Read more of the reports, the judge told them on Friday.",
            "Also read were two letters of 1912.",
        ],
        reads: |l| {
            const W: &str = "read more|also read|read also|read next|more on this story|read the full story";
            l.short(200)
                && (l.is(W)
                    || l.label(W)
                    || l.after(W).is_some() && l.shouts()
                    || l.after("read more about|read more on|read more from|read more at")
                        .is_some()
                        && !l.stops())
        },
    },
    Pattern {
        name: "related",
        goes: &[
            "Related: Storm warning for Monday",
            "Related articles",
            "You may also like",
            "Recommended for you",
        ],
        stays: &[
            "Related violence continued on Friday",
            "Related stories were told in 1998 by two of the crew.",
        ],
        reads: |l| {
            const W: &str = "related|related articles|related stories|related news|related posts|related topics|\
                 related content|related coverage|related links";
            const MORE: &str = "more stories|more news|most read|most popular|trending|trending now|you may also like|you might also like|\
                 recommended|recommended for you|recommended stories|don't miss|editor's picks|\
                 more from this author|latest news|top stories|what to read next|more like this|\
                 more on this story|more from the author|read also|keep reading|popular now|popular posts|\
                 you may be interested in|also in the news|around the web|from our partners|recent posts";
            l.short(200) && (l.is(W) || l.is(MORE) || l.label(W))
        },
    },
    Pattern {
        name: "leave-a-reply",
        goes: &[
            "Leave a Reply",
            "Leave a Reply Cancel reply",
            "Leave a comment",
            "Comments (12)",
            "3 comments",
        ],
        stays: &[
            "Leave a reply on the desk by Friday, she wrote",
            "Comments by the mayor on Friday angered the crew",
        ],
        reads: |l| {
            const W: &str = "leave a reply|leave a reply cancel reply|leave a comment|leave your comment|\
                 post a comment|add a comment|join the conversation|join the discussion|cancel reply|\
                 no comments|comments|no comments yet|be the first to comment|view comments|\
                 show comments|comments are closed";
            let counted = l
                .lower
                .trim_matches(|c: char| c.is_ascii_digit() || "() ".contains(c));
            l.is(W) || l.short(24) && (counted == "comment" || counted == "comments")
        },
    },
    Pattern {
        name: "comment-form",
        goes: &[
            "Your email address will not be published. Required fields are marked *",
            "Required fields are marked *",
            "Save my name, email, and website in this browser for the next time I comment.",
            "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        ],
        stays: &[
            "Your email of 3 May was not published, the editor wrote.",
            "Required fields of barley lay fallow in 1953.",
        ],
        reads: |l| {
            l.after(
                "your email address will not be published|required fields are marked|\
                 save my name, email|notify me of follow-up comments|notify me of new posts|\
                 this site uses akismet|you must be logged in to post|\
                 you must be logged in to comment|please log in to comment",
            )
            .is_some()
        },
    },
    Pattern {
        name: "share",
        goes: &[
            "Share this",
            "Share this article",
            "Share",
            "Share on Facebook",
            "Share: Facebook Twitter",
            "Tweet",
            "Copy link",
        ],
        stays: &[
            "Share prices fell",
            "Share this with nobody until Friday, he wrote.",
            "Email from 3 May shows it",
        ],
        reads: |l| {
            const W: &str = "share|share this|share this article|share this story|share this post|\
                 share this page|tweet|print|email|copy link|copy url|pin it|whatsapp|facebook|\
                 twitter|linkedin|reddit|share article|share story|share on social media|\
                 print this page|save|bookmark|share full article";
            const ON: &str = "share on|share via|click to share on|share this on|tweet on|share to";
            l.is(W) || l.short(80) && (l.label("share|share this") || l.after(ON).is_some_and(platform))
        },
    },
    Pattern {
        name: "follow",
        goes: &[
            "Follow us on Facebook",
            "Follow us on X and Instagram",
            "Follow us",
            "Join us on Telegram",
        ],
        stays: &[
            "Follow us on Friday as we walk the sea wall",
            "Follow the river, the letter of 1912 says",
        ],
        reads: |l| {
            const ON: &str = "follow us on|follow us|like us on|join us on|find us on|connect with us on";
            l.is("follow us|follow|connect with us") || l.short(160) && l.after(ON).is_some_and(platform)
        },
    },
    Pattern {
        name: "newsletter",
        goes: &[
            "Subscribe to our newsletter",
            "Sign up for our morning newsletter and never miss a story.",
            "Subscribe now",
        ],
        stays: &[
            "Subscribe to our ideas or leave, the bishop wrote in 1534.",
            "Sign up for our army, the poster said",
        ],
        reads: |l| {
            const W: &str = "subscribe to|subscribe|sign up for|sign up to|sign up|get our|get the|join our|\
                 join the|receive our|download our";
            const WHAT: &str =
                "newsletter|inbox|email alerts|push notifications|our channel|our app|mailing list";
            l.is("subscribe|subscribe now|sign up|sign up now|subscribe today")
                || l.short(240)
                    && l.after(W)
                        .is_some_and(|rest| WHAT.split('|').any(|w| rest.contains(w)))
        },
    },
    Pattern {
        name: "copyright",
        goes: &[
            "All rights reserved since 1999.",
            "Copyright © 2009–2024 The Courier. All rights reserved.",
            "© 2024 Courier Ltd",
            "All rights reserved.",
        ],
        stays: &[
            "Copyright law changed in 1998.",
            "All rights reserved for the fishermen were bought out in 1998.",
            "All rights reserved since 1999 were sold.",
        ],
        reads: |l| {
            let signs = "©|copyright ©|copyright (c)|(c) 19|(c) 20";
            let signed = l.alike(signs).any(|w| l.lower.starts_with(w));
            let said = l.after("copyright").is_some() && l.has("all rights reserved");
            let years = l.after("all rights reserved").is_some_and(|rest| {
                let rest = rest.trim_matches(|c: char| {
                    c.is_ascii_digit() || c.is_ascii_punctuation() || " –".contains(c)
                });
                ["", "since", "worldwide"].contains(&rest)
            });
            l.short(300) && (signed || said) || years
        },
    },
    Pattern {
        name: "advertisement",
        goes: &[
            "Advertisement",
            "ADVERTISEMENT",
            "Story continues below advertisement",
            "Sponsored content",
            "Advertisement: the sale ends on Friday.",
        ],
        stays: &[
            "Advertisement of the sale was put up on 3 May",
            "Sponsored children came by bus in 1944",
        ],
        reads: |l| {
            l.label("advertisement|sponsored|sponsored content|paid content|promoted")
                || l.is(
                    "advertisement|advertisements|advertising|advert|sponsored|sponsored content|\
                 promoted|paid content|story continues below|story continues below advertisement|\
                 story continues below this ad|article continues below|\
                 article continues after advertisement|continue reading below|continue reading|\
                 scroll to continue|scroll down to continue|skip advert|- advertisement -|\
                 advertisement - scroll to continue|remove ads|report this ad",
                )
        },
    },
    Pattern {
        name: "click-here",
        goes: &[
            "Click here to read the full report",
            "Click here",
            "CLICK HERE for more pictures of the flood",
        ],
        stays: &[
            "Click here and there was all that the radio gave.",
            "Click, here on 3 May, went the first shutter",
        ],
        reads: |l| {
            l.is("click here|tap here")
                || l.short(160)
                    && l.after("click here to|click here for|tap here to|tap here for")
                        .is_some()
        },
    },
    Pattern {
        name: "filed-under",
        goes: &[
            "Filed under: Harbours, Storms 2024",
            "Tags: pier, flood, 2021",
            "Posted in News",
            "Filed Under Local News",
        ],
        stays: &[
            "Filed under oath on 3 May, the paper names nobody.",
            "Tags of brass were found in 1988",
            "Posted in 1998, it lay unread",
        ],
        reads: |l| {
            let label = "filed under|tags|tagged|tagged with|categories|category|topics|keywords|\
                 in this article";
            let rest = l.after("filed under|posted in");
            let bare = rest.is_some_and(|r| !r.contains(|c: char| c.is_ascii_digit() || c == ','));
            l.short(200) && !l.stops() && (l.label(label) || bare && l.short(60))
        },
    },
    Pattern {
        name: "credit",
        goes: &[
            "Photo: Ilse Varden/Getty",
            "Image credit: Harbour Museum",
            "A crane at work on 3 May. Nora Feld/Getty Images",
            "Photo by June Hale",
            "(By Nora Feld -- Courier)",
            "(Photo by Nora Feld/Courier)",
            "(AP Photo/Nora Feld)",
            "[Courtesy of the Harbour Museum]",
        ],
        stays: &[
            "Photo albums of 1953 were handed over on Friday.",
            "Photo: none was ever taken of the 1953 flood, the museum says.",
            "Images of the pier spread on Monday",
            "(By 1953 it was gone)",
            "(By then nobody was left there.)",
            "(By Friday the pier had fallen)",
        ],
        reads: |l| {
            let label = "photo|photos|photo credit|image|image credit|images|picture|pictures|photograph|\
                 photography|picture credit|credit|photo courtesy";
            const AGENCY: &[&str] = &[
                "/getty",
                "/getty images",
                "/reuters",
                "/ap",
                "/afp",
                "via getty images",
                "/shutterstock",
                "/alamy",
                "(ap photo",
                "via reuters",
                "via ap",
            ];
            let end = l.lower.trim_end_matches([')', ']', '.', ' ']);
            l.short(120) && bracketed(l.raw)
                || l.short(240) && (l.label(label) && !l.stops() || AGENCY.iter().any(|a| end.ends_with(a)))
                || l.short(60) && l.after("photo by|photos by|image by|photograph by").is_some() && !l.stops()
        },
    },
    Pattern {
        name: "cookies",
        goes: &[
            "We use cookies to give you the best experience on our website. Accept",
            "We use cookies. Our policy was updated on 3 May 2023.",
            "Cookie settings",
            "By continuing to use this site, you agree to our use of cookies.",
        ],
        stays: &[
            "We use cookies of barley flour, said the baker on Friday.",
            "Cookie sales rose in 2019",
        ],
        reads: |l| {
            let begins = "we use cookies|we and our partners use cookies|this website uses cookies|\
                 this site uses cookies|our website uses cookies|by continuing to|by using this site";
            let web = "experience|consent|partners|privacy|website|this site|traffic|browsing";
            l.is(
                "cookie settings|cookie preferences|cookie policy|manage cookies|accept all cookies|\
                 accept all|accept cookies|reject all",
            ) || l
                .after(begins)
                .is_some_and(|rest| rest.starts_with('.') || l.has("cookie") && l.has(web))
        },
    },
    Pattern {
        name: "menu",
        goes: &[
            "Skip to main content",
            "Back to top",
            "Sign in",
            "Privacy Policy",
            "5 min read",
            "Load more",
        ],
        stays: &[
            "Sign in sheets from 3 May are missing",
            "Menu prices rose in March",
            "Search parties left on Friday",
        ],
        reads: |l| {
            l.is(
                "skip to content|skip to main content|skip to navigation|back to top|\
                 toggle navigation|menu|search|log in|login|sign in|register|load more|show more|\
                 view all|see all|next article|previous article|next post|previous post|\
                 report a typo|terms of service|terms of use|privacy policy|contact us|about us|home|\
                 listen to this article|play|close|loading|view original",
            ) || l.short(24)
                && l.lower.starts_with(|c: char| c.is_ascii_digit())
                && ["min read", "mins read", "minute read"].contains(
                    &l.lower
                        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-')
                        .trim_start(),
                )
        },
    },
];

/// A place on the web to share or follow something, near the line's beginning.
fn platform(rest: &str) -> bool {
    const NAMES: &[&str] = &[
        "facebook",
        "twitter",
        "x",
        "instagram",
        "whatsapp",
        "linkedin",
        "telegram",
        "youtube",
        "tiktok",
        "reddit",
        "threads",
        "bluesky",
        "mastodon",
        "pinterest",
        "google",
        "social",
        "email",
        "snapchat",
        "tumblr",
        "signal",
    ];
    let mut words = rest
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    words.next().is_some_and(|w| NAMES.contains(&w)) || rest.trim_start().starts_with('@')
}

/// "(By Nora Feld -- Courier)": whose picture it is, in brackets. Names, agencies and signs; no date and no verb.
fn bracketed(raw: &str) -> bool {
    const FIRST: &[&str] = &[
        "by ",
        "photo",
        "image",
        "picture",
        "credit",
        "courtesy",
        "ap photo",
        "reuters/",
        "afp/",
        "getty",
        "file photo",
    ];
    let inner = raw
        .strip_prefix(['(', '['])
        .and_then(|r| r.strip_suffix([')', ']']));
    let Some(inner) = inner.filter(|i| !i.contains(['(', ')', '[', ']'])) else {
        return false;
    };
    let lower = inner.to_lowercase();
    let small = [
        "by", "of", "for", "the", "via", "courtesy", "photo", "photos", "image", "credit", "picture", "file",
        "from", "and",
    ];
    let name = |w: &str| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || bare.starts_with(char::is_uppercase) && !lines::is_date_line(&format!("{bare} 1"))
            || small.contains(&bare)
    };
    FIRST.iter().any(|f| lower.starts_with(f))
        && inner.split_whitespace().count() > 1
        && !inner.contains(|c: char| c.is_ascii_digit())
        && !lines::ends_sentence(inner)
        && inner.split_whitespace().all(name)
}
