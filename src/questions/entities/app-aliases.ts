import { compact, fold, wordsOf } from '../text/normalize.ts';

/**
 * What people call apps, and the names that the gallery and its users give them. A short form of two apps names both:
 * the asker chooses. Names are facts of the Microsoft Entra gallery and its tutorials.
 */
const shortForms: readonly (readonly [names: readonly string[], said: readonly string[]])[] = [
  [['Salesforce'], ['sfdc', 'sales force', 'sforce', 'sf', 'salesforce.com', 'sales cloud']],
  [['Salesforce Sandbox'], ['sfdc sandbox', 'sf sandbox', 'sfdc test']],
  [
    [
      'SAP SuccessFactors',
      'SuccessFactors',
      'SAP SuccessFactors to Microsoft Entra ID',
      'SAP SuccessFactors to Active Directory',
    ],
    ['sf', 'sfsf', 'success factors', 'sap sf', 'successfactor'],
  ],
  [['ServiceNow'], ['snow', 'service now', 'sn', 'snc']],
  [['Snowflake'], ['snow', 'snow flake']],
  [
    ['Google Cloud / G Suite Connector by Microsoft', 'Google Workspace', 'G Suite'],
    ['gws', 'google workspace', 'g suite', 'gsuite', 'google apps', 'google', 'google cloud', 'gcp', 'gmail', 'gw'],
  ],
  [
    ['AWS IAM Identity Center', 'AWS Single Sign-on', 'AWS Single-Account Access', 'Amazon Web Services (AWS)'],
    [
      'aws',
      'amazon',
      'amazon web services',
      'aws sso',
      'aws identity center',
      'identity center',
      'iam identity center',
    ],
  ],
  [
    ['Microsoft 365', 'Office 365'],
    ['o365', 'm365', 'ms365', 'office', 'office365', 'office 365', 'microsoft 365'],
  ],
  [
    ['GitHub', 'GitHub Enterprise Managed User', 'GitHub Enterprise Managed User (OIDC)', 'GitHub Enterprise Cloud'],
    ['gh', 'git hub', 'github', 'ghec'],
  ],
  [
    ['GitHub Enterprise Managed User', 'GitHub Enterprise Managed User (OIDC)'],
    ['emu', 'github emu', 'gh emu', 'ghemu'],
  ],
  [['GitHub AE'], ['ghae']],
  [['GitLab'], ['gl', 'git lab']],
  [
    ['Atlassian Cloud'],
    [
      'jira',
      'confluence',
      'atlassian',
      'jira cloud',
      'confluence cloud',
      'trello',
      'bitbucket',
      'jsm',
      'jira service management',
    ],
  ],
  [
    ['Workday', 'Workday to Microsoft Entra ID', 'Workday to Active Directory', 'Workday Writeback'],
    ['wd', 'wday', 'work day', 'workday hcm'],
  ],
  [
    ['SAP Concur', 'Concur'],
    ['concur', 'concur travel', 'concur expense'],
  ],
  [
    ['SAP Cloud Identity Services', 'SAP Cloud Identity Services - Identity Authentication'],
    ['ias', 'sap ias', 'sci', 'sap cis', 'sap cloud platform identity authentication'],
  ],
  [['SAP Analytics Cloud'], ['sac', 'sap sac']],
  [['SAP Ariba Spend Management solutions', 'SAP Ariba'], ['ariba']],
  [['SAP BTP'], ['btp']],
  [['SAP S/4HANA'], ['s4', 's4hana', 's/4']],
  [['Slack'], ['slack enterprise', 'slack enterprise grid']],
  [
    ['Dropbox Business', 'Dropbox'],
    ['dbx', 'drop box', 'dropbox', 'dropbox for business'],
  ],
  [['Box'], ['box.com', 'box for business', 'box.net']],
  [['DocuSign'], ['docu sign', 'ds']],
  [
    ['Adobe Identity Management (SAML)', 'Adobe Identity Management (OIDC)', 'Adobe Identity Management'],
    ['adobe', 'adobe cc', 'creative cloud', 'adobe creative cloud', 'acrobat', 'photoshop', 'adobe sign'],
  ],
  [['Cisco Webex'], ['webex', 'cisco web ex', 'web ex', 'cisco spark']],
  [
    ['Cisco User Management for Secure Access', 'Cisco Umbrella User Management'],
    ['umbrella', 'cisco umbrella', 'secure access'],
  ],
  [
    ['Zscaler', 'Zscaler ZSCloud', 'Zscaler One', 'Zscaler Two', 'Zscaler Three', 'Zscaler Internet Access ZSCloud'],
    ['zs', 'zia', 'z scaler'],
  ],
  [['Zscaler Private Access'], ['zpa']],
  [
    ['Palo Alto Networks Cloud Identity Engine - Cloud Authentication Service', 'Palo Alto Networks SCIM Connector'],
    ['palo alto', 'prisma', 'paloalto', 'pan', 'cie'],
  ],
  [
    ['Netskope User Authentication', 'Netskope'],
    ['netskope', 'net skope'],
  ],
  [['KnowBe4 Security Awareness Training'], ['knowbe4', 'kb4', 'know be 4', 'kmsat']],
  [['LinkedIn Sales Navigator'], ['sales navigator', 'sales nav', 'salesnav', 'lsn']],
  [['LinkedIn Learning'], ['lil', 'linked in learning']],
  [['LinkedIn Elevate'], ['elevate']],
  [
    ['Workplace from Meta', 'Workplace by Facebook'],
    ['workplace', 'facebook workplace', 'meta workplace', 'fb workplace'],
  ],
  [['Facebook Work Accounts'], ['facebook', 'fb', 'meta work accounts']],
  [['monday.com'], ['monday', 'mondaycom']],
  [
    ['GoTo', 'GoToMeeting'],
    ['gtm', 'go to meeting', 'gotomeeting', 'logmein', 'goto meeting'],
  ],
  [
    ['Genesys Cloud for Azure', 'Genesys Cloud'],
    ['genesys', 'purecloud', 'pure cloud', 'genesys purecloud'],
  ],
  [['RingCentral'], ['rc', 'ring central']],
  [['Zendesk'], ['zd', 'zen desk']],
  [
    ['Freshservice Provisioning', 'Freshservice', 'Freshdesk'],
    ['freshservice', 'fresh service', 'freshworks'],
  ],
  [['TeamViewer'], ['tv', 'team viewer']],
  [
    ['BrowserStack Single Sign-on', 'BrowserStack'],
    ['browserstack', 'browser stack'],
  ],
  [
    ['Keeper Password Manager & Digital Vault', 'Keeper Password Manager'],
    ['keeper', 'keeper security', 'keeper vault'],
  ],
  [
    ['1Password', '1Password Business'],
    ['onepassword', 'one password', '1pw', '1 password'],
  ],
  [['SurveyMonkey Enterprise'], ['surveymonkey', 'survey monkey']],
  [
    ['Lucid (All Products)', 'Lucidchart'],
    ['lucid', 'lucidchart', 'lucid chart', 'lucidspark'],
  ],
  [['MURAL Identity', 'Mural'], ['mural']],
  [
    ['Oracle Fusion ERP', 'Oracle HCM', 'Oracle Cloud Infrastructure Console'],
    ['oracle', 'oracle cloud'],
  ],
  [['Oracle Cloud Infrastructure Console'], ['oci', 'oracle oci']],
  [['Oracle Fusion ERP'], ['oracle erp', 'fusion', 'oracle fusion']],
  [['Oracle HCM'], ['oracle hr', 'oracle fusion hcm']],
  [['Cornerstone OnDemand'], ['cornerstone', 'csod']],
  [
    ['New Relic by Organization', 'New Relic'],
    ['newrelic', 'new relic', 'nr'],
  ],
  [
    ['Tableau Cloud', 'Tableau Online', 'Tableau Server'],
    ['tableau', 'tableau online'],
  ],
  [
    ['Azure Databricks SCIM Connector', 'Azure Databricks SCIM Provisioning Connector', 'Databricks'],
    ['databricks', 'adb', 'azure databricks', 'dbr'],
  ],
  [['Templafy SAML2', 'Templafy OpenID Connect'], ['templafy']],
  [
    ['TimeClock 365', 'Timeclock 365 SAML'],
    ['timeclock', 'time clock'],
  ],
  [['Smartsheet'], ['smart sheet']],
  [['HelloID'], ['hello id']],
  [['PaperCut Cloud Print Management'], ['papercut', 'paper cut']],
  [
    ['PrinterLogic SaaS', 'PrinterLogic'],
    ['printerlogic', 'printer logic', 'vasion'],
  ],
  [['OfficeSpace Software'], ['officespace', 'office space']],
  [['Insightly SAML'], ['insightly']],
  [['Klaxoon', 'Klaxoon SAML'], ['klaxoon']],
  [['Autodesk SSO'], ['autodesk', 'auto desk']],
  [['Cerner Central'], ['cerner']],
  [['Bentley - Automatic User Provisioning'], ['bentley']],
  [['Federated Directory'], ['fed directory']],
  [['OpenText Directory Services'], ['opentext', 'otds', 'open text']],
  [['SAS Viya SSO'], ['sas', 'viya', 'sas viya']],
  [['Symantec Web Security Service (WSS)'], ['wss', 'symantec', 'symantec wss']],
  [['Forcepoint Cloud Security Gateway - User Authentication'], ['forcepoint']],
  [['N-able User Provisioning'], ['n-able', 'nable']],
  [['Uber'], ['uber for business', 'uber business']],
  [['Shopify Plus'], ['shopify']],
  [['Vbrick Rev Cloud'], ['vbrick', 'rev']],
  [['Veritas Enterprise Vault.cloud SSO-SCIM'], ['enterprise vault', 'veritas', 'ev cloud']],
  [['Tanium SSO'], ['tanium']],
  [['Webroot Security Awareness Training'], ['webroot']],
  [['Zoho One'], ['zoho']],
  [['InVision', 'Invision'], ['in vision']],
  [['Clarizen One'], ['clarizen']],
  [['Sign In Enterprise Host Provisioning'], ['sign in enterprise']],
];

/** Words that a gallery or an admin hangs onto an app's name, and that nobody says. */
const hangers = new Set(
  'app application provisioning connector scim sso saml saml2 oidc prod production enterprise'.split(' '),
);

/**
 * The gallery names that a usual short form stands for, or whose short forms or names the text is; empty when it is
 * none. "SF" gives both Salesforce and SuccessFactors.
 */
export function appAliases(text: string): readonly string[] {
  return namesByForm.get(compact(text)) ?? [];
}

/** Every name and short form, folded, with the other names of the same app. */
const namesByForm: ReadonlyMap<string, readonly string[]> = indexForms();

function indexForms(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [names, said] of shortForms) {
    const whole = [...names, ...said.filter(isName)];
    for (const form of [...names, ...said]) {
      const key = compact(form);
      const others = found.get(key) ?? new Set();
      for (const name of whole) if (compact(name) !== key) others.add(name);
      found.set(key, others);
    }
  }
  return new Map([...found].map(([key, names]) => [key, [...names]]));
}

/** A short form that is itself a name a tenant may give the app ("Google Workspace"), not two or three letters. */
function isName(form: string): boolean {
  return form.length > 5;
}

/**
 * Whether the text is the acronym of a name of three words or more, or the initials of a name with capitals inside:
 * "GEMU" is "GitHub Enterprise Managed User", "PAN" is "Palo Alto Networks …". For apps only: initials of people are
 * also first names.
 */
export function isAcronym(text: string, name: string): boolean {
  const asked = fold(text);
  if (asked.length < 3 || asked.length > 8 || asked.includes(' ')) return false;
  const plain = name.replace(/\([^)]*\)/g, ' ');
  return (
    initialsOf(plain).includes(asked) ||
    initialsOf(plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).includes(asked) ||
    fold(/\(([^)]*)\)/.exec(name)?.[1] ?? '') === asked ||
    isContraction(asked, fold(plain).replaceAll(' ', ''))
  );
}

/** "SNFLK" for Snowflake: nearly all of its consonants, in their order. */
function isContraction(asked: string, name: string): boolean {
  if (asked.length >= name.length || asked[0] !== name[0] || asked.replace(/[aeiou]/g, '').length < 3) return false;
  let at = 0;
  for (const letter of name) if (letter === asked[at]) at += 1;
  const consonants = name.replace(/[aeiou]/g, '').length;
  return at === asked.length && asked.replace(/[aeiou]/g, '').length >= mostlyAll * consonants;
}

const mostlyAll = 0.7;

function initialsOf(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => word !== 'and');
  const plain = words.filter((word) => !joining.has(word) && !hangers.has(word));
  const initials = (list: readonly string[]) => list.map((word) => word.charAt(0)).join('');
  return [initials(words), initials(plain)].filter((one) => one.length >= 3);
}

const joining = new Set(['of', 'for', 'the', 'to', 'by', 'in', 'from', 'with']);
