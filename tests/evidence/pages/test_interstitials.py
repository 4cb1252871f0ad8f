"""Pages that a site shows in place of the one that was asked for, in the languages of publishers' sites."""

from __future__ import annotations

import pytest

from citewell.evidence.pages.interstitials import Interstitial
from citewell.evidence.pages.page import read_web_page

TITLES = {
    Interstitial.COOKIES: """
        Error - Cookies Turned Off | Cookies disabled | Cookies are required | Please enable cookies | Cookie policy
        Cookie-Einstellungen | Cookies deaktiviert | Gestion des cookies | Configuración de cookies
        Cookies on the Example website | Impostazioni dei cookie | Política de cookies | Cookie-instellingen
        Ustawienia plików cookie | Cookies must be enabled | Your choices about cookies | Nous utilisons des cookies
        Deze website gebruikt cookies | Questo sito utilizza i cookie | 쿠키 사용 동의
        当サイトはクッキーを使用しています
        Ta strona używa plików cookie | Этот сайт использует cookie | 我们使用 Cookie | Bu site çerez kullanıyor
    """,
    Interstitial.SIGN_IN: """
        Sign in | Log in | Login - Example | Log in or register | Sign in to continue | Institutional login | Anmelden
        Anmeldung | Connexion | Se connecter | Iniciar sesión | Accedi | Entrar | Inloggen | Logga in | Log ind
        Your session has expired | Check access | Zugriff verweigert | Accès refusé | Zaloguj się | Вход | ログイン
        登录 | 로그인
    """,
    Interstitial.CONSENT: """
        Before you continue | Before you continue to Example | Your privacy choices | We value your privacy
        Disclaimer
        You are leaving our website | Terms of use | Bevor Sie fortfahren
        Bevor Sie zu Example weitergehen und fortfahren | Datenschutzeinstellungen
        Avant de continuer | Le respect de votre vie privée | Antes de continuar | Prima di continuare | Uw privacy
        Einwilligung zur Datennutzung | Votre consentement | Su consentimiento | Согласие на обработку данных
        Innan du fortsätter | Før du fortsætter | Zanim przejdziesz dalej | 続行する前に
    """,
    Interstitial.REGION: """
        Choose your region | Select your country | Please select your location | Select your country or region
        Country selector | Where are you located? | Wählen Sie Ihr Land | Länderauswahl | Choisissez votre pays
        Sélectionnez votre région | Seleccione su país | Scegli il tuo paese | Selecione o seu país | Kies uw land
        Choose your preferred language | Scegli il paese | Ülkenizi seçin
        Välj land | Vælg land | Wybierz kraj | 国を選択してください | 请选择您的国家
    """,
    Interstitial.PROFESSION: """
        Are you a healthcare professional? | Are you a US healthcare professional? | For healthcare professionals only
        Please confirm you are a health professional | I am a healthcare professional | HCP verification
        Age verification | Welcome. Are you a health professional or a patient?
        I am a: Patient / Healthcare professional
        Sind Sie Angehörige der Fachkreise oder Arzt? | Fachkreise-Login | Êtes-vous un professionnel de santé ?
        Réservé aux professionnels de santé | ¿Es usted un profesional sanitario? | Sei un operatore sanitario?
        Você é um profissional de saúde? | Bent u een zorgverlener? | Är du vårdpersonal?
        Er du sundhedsfaglig person?
        This site is intended for healthcare professionals | Lei è un professionista sanitario?
        Czy jesteś lekarzem? | あなたは医療関係者ですか
    """,
    Interstitial.MAINTENANCE: """
        Scheduled maintenance | Site maintenance | Down for maintenance | Under maintenance | Maintenance mode
        Website is under maintenance | Sorry, we are down for maintenance | We'll be back soon
        We’ll be right back | The site is temporarily unavailable | Service unavailable
        Technical difficulties | Wartungsarbeiten | Wartungsmodus | Site en maintenance | Maintenance en cours
        Sitio en mantenimiento | Sito in manutenzione | Em manutenção | Gepland onderhoud | Underhåll
        Vedligeholdelse | 503 Service Unavailable | Sorry, our website is down | System upgrade in progress
        Our website is currently being updated | Die Seite ist vorübergehend nicht erreichbar | Underhåll pågår
        Przerwa techniczna | Технические работы | メンテナンス中 | 系统维护中
    """,
    Interstitial.BROWSER: """
        Please turn JavaScript on and reload the page. | Please enable JavaScript | JavaScript is disabled
        Redirecting… | Redirecting you to the page | Loading... | Weiterleitung
        JavaScript required | Enable JavaScript to continue
        Unsupported browser | Your browser is out of date | Bitte aktivieren Sie JavaScript | JavaScript aktivieren
        Veuillez activer JavaScript | Active JavaScript | Abilita JavaScript | Schakel JavaScript in
    """,
}
ORDINARY = """
    Back pain | Cookies for people with diabetes: recipes | How to sign in to your own body | Regional pain syndrome
    Maintenance of weight loss | Maintenance therapy in asthma | Choosing a country to retire to | Doctors and burnout
    Consent to treatment | Privacy in hospitals | Health professionals and back pain
    Under pressure: back pain at work
    Browser choice and eye strain | Service unavailable to rural patients | Ageing
    Where are you going with your pain?
"""
PROSE = "".join(f"<p>Back pain is common, and most of it goes away within {n} weeks.</p>" for n in range(20))


def listed(table: str) -> list[str]:
    return [each.strip() for line in table.strip().splitlines() for each in line.split("|") if each.strip()]


def instead(title: str, text: str = "Words.", heading: str = "") -> str:
    """What a page is in place of the one that was asked for, as its reader notes it."""
    main = f"<main><h1>{heading or title}</h1><p>{text}</p></main>"
    body = f"<html><head><title>{title}</title></head><body>{main}</body></html>"
    return read_web_page(body.encode(), "text/html; charset=utf-8", "").instead


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind in TITLES for title in listed(TITLES[kind])])
def test_a_title_that_is_no_works(kind: Interstitial, title: str):
    assert instead(title) == kind
    assert instead(f"{title} | Example Library") == kind
    assert instead("Example Library", heading=title) == kind


@pytest.mark.parametrize("title", listed(ORDINARY))
def test_a_title_that_may_be_a_works(title: str):
    assert instead(title, PROSE) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cookies are off in this browser.", Interstitial.COOKIES),
        ("You must be logged in to read this.", Interstitial.SIGN_IN),
        ('<form>Name <input name=n> <input type="password" name=p></form>', Interstitial.SIGN_IN),
        ("We and our partners use data. Accept all. Reject all.", Interstitial.CONSENT),
        ("Alle akzeptieren. Ablehnen.", Interstitial.CONSENT),
        ("Tout accepter. Tout refuser.", Interstitial.CONSENT),
        ("Select your country: United Kingdom, United States.", Interstitial.REGION),
        ("This content is intended only for healthcare professionals. Continue.", Interstitial.PROFESSION),
        ("The website is currently undergoing scheduled maintenance.", Interstitial.MAINTENANCE),
        ("Please check back later.", Interstitial.MAINTENANCE),
        ("This page requires JavaScript.", Interstitial.BROWSER),
    ],
)
def test_a_short_text_that_says_hardly_anything_else(text: str, kind: Interstitial):
    assert instead("Example", text) == kind
    assert instead("Example", text + PROSE) == "", "a page that says more has been shown"
