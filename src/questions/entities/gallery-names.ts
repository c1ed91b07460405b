/**
 * Names of apps that the Microsoft Entra gallery provisions, as people write them. Only a hint at which words of a
 * question are the app; names that are also first names or everyday words are left out.
 */
export const galleryNames: readonly string[] = `
4me|8x8|15Five|Acunetix 360|Airbase|Airtable|AlertMedia|AlexisHR|Amazon Business|Ardoq|Asana|askSpoke|Atlassian Cloud|AuditBoard|Autodesk|AWS|Better Stack|BitaBIZ|BlogIn|Bonusly|Box|Boxcryptor|Bpanda|Britive
BrowserStack|BullseyeTDP|Canva|Cato Networks|Cerby|Chatwork|CheckProof|Cinode|Cisco Umbrella|Cisco Webex|Clarizen|Clebex|Cloud Academy|Code42|Confluence|Concur|Contentful|Contentstack|Coupa|CrowdStrike|CultureHQ|Cybozu|CybSafe|Dagster Cloud
Datadog|Dialpad|DocuSign|Documo|Dropbox|Dropbox Business|Druva|Duo|Egnyte|Elium|Evercate|Exium|Expensify|Facebook|Figma|Foodee|Freshdesk|Freshservice|Front|Fuze|G Suite|GetAbstract|GitHub|GitHub Enterprise Managed User|GitLab
Global Relay|Gmail|GoLinks|Gong|Google|Google Cloud|Google Workspace|GoToMeeting|Grafana|Grammarly|Greenhouse|GroupTalk|Gtmhub|Gusto|Harness|Headspace|HelloID|Hootsuite|Hoxhunt|Howspace|HubSpot|Hypervault|Ideagen Cloud|Infor CloudSuite
Insightly|Insite LMS|Intercom|InVision|Jamf|Jellyfish|Jira|Jostle|Juno Journey|Keeper|Keepabl|Kintone|Klaxoon|KnowBe4|LastPass|LawVu|Leapsome|LimbleCMMS|Linear|LinkedIn Learning|LinkedIn Sales Navigator|Litmos
LogicGate|Lucidchart|M-Files|Mailchimp|Maptician|Marketo|MediusFlow|Mentimeter|Mindtickle|Miro|Mixpanel|MobileIron|Monday.com|Moodle|Moqups|Mural|Netskope|NetSuite|New Relic|NordPass|Notion|Okta|1Password|OfficeSpace|Oneflow|OneTrust|OpenText
Oracle|Oracle Fusion ERP|Oracle HCM|PagerDuty|Palo Alto Networks|PaperCut|Peakon|Pingboard|Plandisc|Playvox|Postman|Power BI|PrinterLogic|ProdPad|Proxyclick|Puzzel|QuickBooks|Qualtrics|RFPIO|RingCentral|Rollbar|Rootly|SafeGuard Cyber
Salesforce|Salesforce Sandbox|Samanage|SAP Analytics Cloud|SAP Ariba|SAP BTP|SAP Cloud Identity Services|SAP Concur|SAP HANA|SAP SuccessFactors|SuccessFactors|ScreenSteps|SecureLogin|Sentry|ServiceNow|SharePoint|Shopify|Sigma Computing|Slack|Smartcat
Smartsheet|Snipe-IT|Snowflake|SoSafe|SpaceIQ|Splashtop|Splunk|Starmind|Stripe|SurveyMonkey|Tableau|Tableau Cloud|Tailscale|Tanium|TeamViewer|Templafy|Terraform Cloud|TerraTrue|ThousandEyes|Thrive LXP|TimeClock 365|Torii|TravelPerk|Trello|Tribeloo
Twilio|Twingate|Typeform|Uber|uniFLOW Online|Velpic|Visitly|Vonage|Webex|Webroot|Whimsical|Workday|Workplace|Workteam|Wrike|Xero|Xledger|Yammer|Yokoy|Zapier|Zello|Zendesk|Zoho|Zoom|Zscaler|Zscaler Private Access
`
  .split(/[|\n]/)
  .filter((name) => name !== '');
