// The OSCE deck by PptxGenJS, with a native chart: node osce.js OUTPUT, where NODE_PATH names the folder of pptxgenjs.
const PptxGenJS = require("pptxgenjs");

const deck = {
  "title": "Where States are on implementing OSCE anti-trafficking commitments",
  "subtitle": "Findings of the OSCE Survey Report",
  "chart": [
    [
      "Exploitation in criminal activities",
      47,
      63
    ],
    [
      "Forced begging",
      47,
      59
    ],
    [
      "Sham marriage",
      23,
      39
    ],
    [
      "Live remote sexual abuse (new)",
      0,
      56
    ],
    [
      "People with disabilities",
      0,
      31
    ]
  ],
  "slides": [
    {
      "title": "Today’s focus is on three key findings",
      "bullets": [
        "New trends and persistent challenges in combating trafficking in human beings (THB)",
        "Opportunities to enhance systems and structures to counteract THB",
        "Needs for policy and legislative action to respond to the changing dynamic of THB"
      ],
      "notes": ""
    },
    {
      "title": "More States now report trafficking for criminal activities, forced begging and sham marriage",
      "bullets": [],
      "notes": "Number of States reporting trafficking cases under investigation or in the judicial process:\n(a) Exploitation in criminal activities (47% → 63%)\n(b) Trafficking for forced begging (47% → 59%)\n(c) NEW: THB cases involving production of pornography, live cams, live remote sexual abuse (56%)\n(d) THB for sham marriage (23% → 39%)\n(e) 31% had THB cases involving people with disabilities, and 20% more noted unconfirmed reports"
    },
    {
      "title": "In a large majority of countries, only law enforcement can formally identify victims",
      "bullets": [
        "31 States emphasized barriers for victims to come forward",
        "29 States reported full support services regardless of involvement in criminal proceedings",
        "8 States allow only law enforcement to refer victims to services",
        "Only 2 countries allow labour inspectors to formally identify victims"
      ],
      "notes": "31 countries emphasized barriers for victims to come forward\nIn a large majority of countries, only law enforcement can formally identify victims\nOnly 2 countries allow labour inspectors to formally ID victims"
    },
    {
      "title": "Each kind of training is reported by fewer than half of participating States",
      "bullets": [
        "27 States train law enforcement on the dual role of technology",
        "25 States report cross-disciplinary training",
        "18 States train financial investigation staff",
        "Need for more training in trauma-informed approaches, particularly to support child victims"
      ],
      "notes": "Only 25 pS reported cross-disciplinary training\nOnly 18 pS confirmed training of financial staff"
    },
    {
      "title": "Most States have criteria in law or policy; fewer use confiscated assets to compensate victims",
      "bullets": [
        "48 States have specific criteria for identifying victims in law or policy",
        "85% of participating States list THB as a predicate offence",
        "44 States return confiscated assets to the government’s general fund",
        "30 States use these funds to compensate victims"
      ],
      "notes": "48 countries have specific criteria for identifying victims reflected in legislation/policies\n85% of pS list THB as a predicate offence"
    },
    {
      "title": "More States prohibit recruitment fees, license agencies and regulate procurement",
      "bullets": [
        "The number of countries prohibiting recruitment fees almost doubled",
        "50% increase in States requiring recruitment agencies to be licensed",
        "The number of countries with public procurement regulations on THB doubled from 2015"
      ],
      "notes": "50% increase in States requiring recruitment agencies to be licensed"
    },
    {
      "title": "Only 16 States require businesses to report on measures against exploited labour in supply chains",
      "bullets": [
        "Most laws still lack obligations for companies beyond fulfilling reporting requirements",
        "Time to move beyond self-certification, towards mandated human rights due diligence",
        "33% of States have no recorded action on demand",
        "40% of States do not criminalize the knowing use of victims"
      ],
      "notes": "Only 16 countries reported laws in place requiring businesses to report on measures\n33% of States no recorded action on demand fostering sex. expl."
    },
    {
      "title": "Only 7 States make tech companies criminally liable for knowingly facilitating trafficking",
      "bullets": [
        "23 States required online platforms to take down child sexual abuse content",
        "14 require platforms to report THB cases",
        "9 require age verification to limit children’s access to pornographic websites"
      ],
      "notes": "Only 14 pS noted a requirement to report THB cases\nOnly 7 pS make tech companies criminally liable"
    },
    {
      "title": "Conclusions",
      "bullets": [
        "New trends ask for an adapted response",
        "Systems and structures can do more for victims",
        "Policy and legislation have to follow the changing dynamic of THB"
      ],
      "notes": "Thank the delegations for their answers"
    }
  ]
};

const made = new PptxGenJS();
made.layout = "LAYOUT_WIDE";
const cover = made.addSlide();
cover.addText(deck.title, { x: 0.5, y: 2, w: 12, h: 1.5, fontSize: 40 });
cover.addText(deck.subtitle, { x: 0.5, y: 4, w: 12, h: 1, fontSize: 24 });
deck.slides.forEach((content, number) => {
  const slide = made.addSlide();
  slide.addText(content.title, { x: 0.5, y: 0.3, w: 12, h: 1, fontSize: 28 });
  if (content.bullets.length) {
    const bullets = content.bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
    slide.addText(bullets, { x: 0.5, y: 1.6, w: 12, h: 5, fontSize: 20 });
  }
  if (number === 1) {
    const labels = deck.chart.map((row) => row[0]);
    const series = ["previous survey", "this survey"].map((name, place) => ({
      name,
      labels,
      values: deck.chart.map((row) => row[place + 1]),
    }));
    slide.addChart(made.ChartType.bar, series, { x: 0.5, y: 1.6, w: 12, h: 5, barDir: "bar", showValue: true });
  }
  if (content.notes) slide.addNotes(content.notes);
});
const closing = made.addSlide();
closing.addText("Thank you", { x: 0.5, y: 2, w: 12, h: 1.5, fontSize: 40 });
made.writeFile({ fileName: process.argv[2] });
