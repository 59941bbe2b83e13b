"""What of the demo content is told in English too: the way in, who we are, and the newest article.

The texts stand beside the Vietnamese ones in the same shapes and are found by the slug of the
page they translate. What is a fact (a grant, a post, a body) is not translated: it has an English
name of its own.
"""

from __future__ import annotations

from .pages import SITE
from .shapes import (
    AwardsBox,
    Bullets,
    Heading,
    Paragraph,
    ParticipantInEnglish,
    Photo,
    SectionInEnglish,
    SiteDetailsInEnglish,
    Speech,
    StandardPage,
    Table,
    TranslatedArticle,
)

HOME = "Home"
SECTIONS = (
    SectionInEnglish(
        slug="tin-tuc",
        title="News",
        introduction="What the department does, decides and marks. Few texts are translated; all are there in Vietnamese.",
    ),
    SectionInEnglish(
        slug="thi-dua-khen-thuong",
        title="Emulation and Commendation",
        introduction="Emulation movements, clusters and blocks, and the people who were honoured.",
    ),
    SectionInEnglish(
        slug="khen-thuong",
        title="Awards",
        introduction="Who was awarded what, when and by whom: the register of the province.",
    ),
)

CREDIT = "Illustration"
ADDRESS = "18 Nguyen Du Street, Ben Lam Ward, Lam Giang Province, Viet Nam"
SITE_DETAILS = SiteDetailsInEnglish(
    department_name_en="Department of Home Affairs",
    province_line_en="Lam Giang Province",
    managing_authority_en="People’s Committee of Lam Giang Province",
    address_en=ADDRESS,
    content_lead_en="Ms Đàm Thu Quyên, Deputy Director of the Department",
    licence_line_en="Demonstration site: Lam Giang Province, its people, figures and documents are all invented.",
    source_rule_en="Please name the Department of Home Affairs of Lam Giang Province as the source when you reuse what is here.",
)

STANDARD_PAGES = (
    StandardPage(
        slug="gioi-thieu",
        title="About us",
        introduction="What we do, how we are organised, and what you can expect of us.",
        body=(
            Paragraph(
                "The Department of Home Affairs is the body of the Provincial People’s Committee that looks after the organisation of "
                "government, staffing, local administration, the civil service, administrative reform, emulation and commendation, and "
                "public records and archives. Since 1 March 2025 it has also been in charge of labour, wages, employment and people with "
                "meritorious service."
            ),
            Heading("Divisions and units"),
            Bullets(
                (
                    "Office of the Department: coordination, administration, citizen reception and this website.",
                    "Emulation and Commendation Division: award files, emulation clusters and blocks, the register of awards.",
                    "Civil Service Division: recruitment, job positions, appraisal and wages.",
                    "Administrative Reform Division: inspection, measurement and the yearly index.",
                    "Local Government Division: administrative units, elections, villages and neighbourhoods.",
                    "Provincial Historical Archives Centre: keeping the records of the province and opening them to readers.",
                )
            ),
            Paragraph(
                "Who heads the department and each division today, with telephone numbers and addresses, stands under “People and "
                "organisation” in the menu. Those pages are always in both languages."
            ),
            Heading("What you can expect"),
            Paragraph(
                "Every question is confirmed within one working day and answered within five, in Vietnamese or in English. If we need more "
                "time, we say so beforehand, and why."
            ),
        ),
    ),
    StandardPage(
        slug="lien-he",
        title="Contact",
        introduction="Call, write or come by: whichever suits you best.",
        body=(
            Paragraph(
                f"Address: {ADDRESS}. Office hours: Monday to Friday, 7:30 to 11:30 and 13:30 to 17:00. The gate on Le Lai Street has a ramp "
                "for wheelchairs."
            ),
            Table(
                "Telephone numbers and e-mail addresses",
                ("What it is about", "Who takes it", "Telephone", "E-mail"),
                (
                    (
                        "General questions and complaints",
                        "Office of the Department",
                        "+84 200 3 555 011",
                        "vanphong.snv@lamgiang.example",
                    ),
                    (
                        "Awards and the register of awards",
                        "Emulation and Commendation Division",
                        "+84 200 3 555 036",
                        "thiduakhenthuong@lamgiang.example",
                    ),
                    (
                        "Recruitment and the civil service",
                        "Civil Service Division",
                        "+84 200 3 555 024",
                        "congchucvienchuc.snv@lamgiang.example",
                    ),
                    (
                        "Administrative procedures",
                        "Administrative Reform Division",
                        "+84 200 3 555 028",
                        "caicachhanhchinh.snv@lamgiang.example",
                    ),
                    (
                        "Reading and copying archives",
                        "Provincial Historical Archives Centre",
                        "+84 200 3 555 045",
                        "luutru@lamgiang.example",
                    ),
                ),
            ),
            Heading("Meeting the Director"),
            Paragraph(
                "The Director receives citizens on the 15th of each month, or on the next working day where that is a holiday. On other days "
                "an officer receives you in room 102. No appointment is needed; please tell us two days ahead if you need an interpreter."
            ),
            Heading("Press"),
            Paragraph(
                "The spokesperson of the department is the Chief of Office, telephone +84 200 3 555 015. Photos on this site may be reused "
                f"with their source; for larger ones please write to {SITE.email}."
            ),
        ),
    ),
)

ARTICLES = (
    TranslatedArticle(
        slug="tong-ket-phong-trao-cai-cach-hanh-chinh-2024-2026",
        title="Leaders of three years of administrative reform in Lam Giang receive flags and certificates of merit",
        lead=(
            "On the afternoon of 19 November the province closed its 2024–2026 emulation movement for administrative reform. Six "
            "organisations and eighteen people were honoured."
        ),
        place="Provincial Convention Centre, Ben Lam Ward, Lam Giang Province",
        units=("Office of the Department", "Office of the Department"),
        participants=(
            ParticipantInEnglish(
                "Ms",
                (
                    "Vice Chair of the Provincial People’s Committee",
                    "First Vice Chair of the Provincial Emulation and Commendation Council",
                ),
            ),
            ParticipantInEnglish(
                "Mr",
                (
                    "Director of the Department of Home Affairs",
                    "Standing Vice Chair of the Provincial Emulation and Commendation Council",
                ),
            ),
        ),
        body=(
            Photo(
                "hall",
                7,
                "The closing conference of the emulation movement at the Provincial Convention Centre, 19 November 2026.",
                "A hall with ivory curtains; on the stage seven people sit at a table with a green cloth, before a green backdrop.",
                credit=CREDIT,
            ),
            Paragraph(
                "The movement “Lam Giang reforms its administration to serve the People” was launched on 20 February 2024. While it ran, the "
                "province abolished its districts and formed 58 new communes and wards. The report therefore does not simply set the first "
                "figure against the last: it tells the time before 1 July 2025 apart from the time after."
            ),
            Paragraph(
                "In the second part, 96.8% of all files were settled on time or earlier, and what a person in the highlands spends on the road "
                "for one procedure fell from 7 hours to 3 hours and 20 minutes on average. Two things are still to be done: joining up the "
                "procedures for land, and paying online in communes where the signal is weak."
            ),
            Photo(
                "speech",
                1,
                "Ms Lường Thị Mai Hương, Vice Chair of the Provincial People’s Committee, closes the conference.",
                "A woman with long hair in a pale green jacket stands behind a lectern with flowers.",
                credit=CREDIT,
            ),
            Speech(
                "The finest figure of today’s report is not 96.8%. It is the three and a half hours that people in Phiêng Sơn can stay in "
                "their fields.",
                "luong-thi-mai-huong",
                "Ms Lường Thị Mai Hương",
                "Vice Chair of the Provincial People’s Committee, First Vice Chair of the Provincial Emulation and Commendation Council",
            ),
            Heading("The people behind the figures"),
            Paragraph(
                "Two Emulation Flags of the Provincial People’s Committee went to the Provincial Public Administration Service Centre and to "
                "the People’s Committee of Ben Lam Ward. Among those who received a Certificate of Merit is Lò Thị Phương, who takes in files "
                "at Phiêng Sơn: she draws each procedure in pictures, for people who do not read Vietnamese."
            ),
            Photo(
                "handing_over",
                5,
                "Emulation Flags and Certificates of Merit are handed to the leaders of the movement in 2024–2026.",
                "Five people stand in a row with golden frames in their hands, three women in áo dài and two men, before a moss-green curtain.",
                grants=(
                    "co-2026-trung-tam-hanh-chinh-cong",
                    "co-2026-phuong-ben-lam",
                    "bk-2026-do-nhat-quan",
                    "bk-2026-lo-thi-phuong",
                    "bk-2026-hoang-van-dan",
                ),
                credit=CREDIT,
            ),
            AwardsBox("Awards in this article"),
            Paragraph(
                "To end the conference, the 58 communes and wards each promised one thing for 2027 and wrote it on a board in the foyer. The "
                "department will photograph that board, publish it here, and compare it with what was done a year later."
            ),
            Photo(
                "group",
                1,
                "Officers of the one-stop desks of communes and wards who were honoured, after the conference.",
                "In front seven women in áo dài of many colours hold certificates and flowers, behind them stand six colleagues.",
                credit=CREDIT,
            ),
        ),
    ),
)
