import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tutorialSlugs } from '../../src/diagnosis/catalogue/tutorial-slugs.ts';
import { findTutorial } from '../../src/diagnosis/catalogue/tutorials.ts';

describe('the setup tutorial of an app', () => {
  it('is found for each of the 347 apps by its own name, whatever the case', () => {
    const apps = Object.entries(tutorialSlugs);

    assert.equal(apps.length, 347);
    for (const [app, slug] of apps) {
      assert.equal(findTutorial([app])?.slug, slug);
      assert.equal(findTutorial([app.toUpperCase()])?.slug, slug);
      assert.match(slug, /^[a-z0-9-]+$/);
    }
  });

  const found: readonly (readonly [readonly (string | undefined)[], string])[] = [
    [[undefined, 'Slack'], 'slack-provisioning-tutorial'],
    [['Slack', 'Team chat of Contoso'], 'slack-provisioning-tutorial'],
    [['customappsso', 'Slack (Prod)'], 'slack-provisioning-tutorial'],
    [['ServiceNow Production'], 'servicenow-provisioning-tutorial'],
    [['[PROD] ServiceNow'], 'servicenow-provisioning-tutorial'],
    [['Zoom - test'], 'zoom-provisioning-tutorial'],
    [['Box SCIM Provisioning'], 'box-userprovisioning-tutorial'],
    [['Salesforce Sandbox'], 'salesforce-sandbox-provisioning-tutorial'],
    [['Salesforce sandbox UAT'], 'salesforce-sandbox-provisioning-tutorial'],
    [['Google Cloud / G Suite Connector by Microsoft', 'Google'], 'g-suite-provisioning-tutorial'],
    [['Google Workspace'], 'g-suite-provisioning-tutorial'],
    [['Workday to Active Directory User Provisioning'], 'workday-inbound-tutorial'],
    [['Workday to Azure AD User Provisioning'], 'workday-inbound-cloud-only-tutorial'],
    [['SuccessFactors to Active Directory User Provisioning'], 'sap-successfactors-inbound-provisioning-tutorial'],
    [['AWS IAM Identity Center (successor to AWS Single Sign-On)'], 'aws-single-sign-on-provisioning-tutorial'],
    [['Tableau Online'], 'tableau-online-provisioning-tutorial'],
    [['Autodesk'], 'autodesk-sso-provisioning-tutorial'],
    [['Alinto Protect'], 'alinto-protect-provisioning-tutorial'],
    [['Cleanmail'], 'alinto-protect-provisioning-tutorial'],
    [['Symantec Web Security Service'], 'symantec-web-security-service'],
    [['GitHub (Enterprise Managed User)'], 'github-enterprise-managed-user-provisioning-tutorial'],
    [['Dropbox Business'], 'dropboxforbusiness-provisioning-tutorial'],
  ];
  for (const [names, slug] of found) {
    it(`is ${slug} for ${names.filter((name) => name !== undefined).join(' alias ')}`, () => {
      assert.equal(findTutorial(names)?.slug, slug);
    });
  }

  const none: readonly (readonly (string | undefined)[])[] = [
    [],
    [undefined, undefined],
    [''],
    ['customappsso'],
    ['Agile Provisioning'],
    ['Provisioning'],
    ['Test'],
    ['Workday'],
    ['SAP'],
    ['Oracle'],
    ['Adobe Identity Management'],
    ['Templafy'],
    ['Zscaler (ZPA)'],
    ['GitHub Actions'],
    ['Boxer'],
    ['My Zoom Rooms'],
    ['QA'],
    ['Contoso Slack archive'],
    ['constructor'],
  ];
  for (const names of none) {
    it(`is not guessed for ${names.join(', ') || 'an app without a name'}`, () => {
      assert.equal(findTutorial(names), undefined);
    });
  }

  it('rests on the more trusted name where two names lead to different tutorials', () => {
    assert.equal(findTutorial(['Zoom', 'Slack'])?.app, 'Zoom');
  });

  it('answers any name without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: undefined })),
        (names) => void findTutorial(names),
      ),
    );
  });
});
