import type { Attribute, Schema } from './attribute.ts';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const text = (name: string, description: string, more: Partial<Attribute> = {}): Attribute => ({
  name,
  type: 'string',
  description,
  ...more,
});

/** A list whose elements say what kind they are: addresses, numbers. */
const list = (name: string, description: string, types: readonly string[] = [], more: readonly Attribute[] = []): Attribute => ({
  name,
  type: 'complex',
  description,
  multiValued: true,
  subAttributes: [
    ...more,
    text('value', 'The value.'),
    text('display', 'As it is shown.'),
    text('type', 'What kind it is.', { canonicalValues: types }),
    { name: 'primary', type: 'boolean', description: 'Is it the preferred one?' },
  ],
});

/** Of the attributes of RFC 7643 §4.1 those that are kept; `password` is taken and forgotten. */
export const user: Schema = {
  id: userSchema,
  name: 'User',
  description: 'A person',
  attributes: [
    text('userName', 'What the person signs in with, the same in any case.', { required: true, uniqueness: 'server' }),
    text('externalId', 'The id that the sender has for the person.', { caseExact: true }),
    {
      name: 'name',
      type: 'complex',
      description: 'The parts of the name.',
      subAttributes: [
        text('formatted', 'The whole name.'),
        text('familyName', 'Last name.'),
        text('givenName', 'First name.'),
        text('middleName', 'Middle names.'),
        text('honorificPrefix', 'Title before the name.'),
        text('honorificSuffix', 'Title behind the name.'),
      ],
    },
    text('displayName', 'The name as it is shown.'),
    text('nickName', 'What the person is called.'),
    { name: 'profileUrl', type: 'reference', description: 'A page about the person.', caseExact: true },
    text('title', 'Job title.'),
    text('userType', 'How the person is employed.'),
    text('preferredLanguage', 'Languages in the order of preference.'),
    text('locale', 'Conventions for dates and numbers.'),
    text('timezone', 'IANA name of the time zone.'),
    { name: 'active', type: 'boolean', description: 'May the person still get in? False ends the employment here.' },
    text('password', 'Taken and forgotten: nobody signs in here.', { mutability: 'writeOnly', returned: 'never' }),
    list('emails', 'E-mail addresses.', ['work', 'home', 'other']),
    list('phoneNumbers', 'Telephone numbers.', ['work', 'home', 'mobile', 'fax', 'pager', 'other']),
    list('ims', 'Addresses for messages.'),
    list('photos', 'Addresses of pictures.', ['photo', 'thumbnail']),
    list(
      'addresses',
      'Places.',
      ['work', 'home', 'other'],
      [
        text('formatted', 'The whole address.'),
        text('streetAddress', 'Street and number.'),
        text('locality', 'City.'),
        text('region', 'State or region.'),
        text('postalCode', 'Postal code.'),
        text('country', 'Country, ISO 3166-1 alpha-2.'),
      ],
    ),
    list('entitlements', 'What the person is entitled to.'),
    list('roles', 'What the person is.'),
  ],
};

/** RFC 7643 §4.3. */
export const enterpriseUser: Schema = {
  id: enterpriseSchema,
  name: 'EnterpriseUser',
  description: 'A person in a company',
  attributes: [
    text('employeeNumber', 'Number of the employee.'),
    text('costCenter', 'Cost centre.'),
    text('organization', 'Company.'),
    text('division', 'Division.'),
    text('department', 'Department.'),
    {
      name: 'manager',
      type: 'complex',
      description: 'Who the person reports to.',
      subAttributes: [
        text('value', 'Id of the manager.', { caseExact: true }),
        { name: '$ref', type: 'reference', description: 'Address of the manager.', caseExact: true },
        text('displayName', 'Name of the manager.'),
      ],
    },
  ],
};

/** RFC 7643 §4.2. */
export const group: Schema = {
  id: groupSchema,
  name: 'Group',
  description: 'A group of people',
  attributes: [
    text('displayName', 'Name of the group, the same in any case.', { required: true, uniqueness: 'server' }),
    text('externalId', 'The id that the sender has for the group.', { caseExact: true }),
    {
      name: 'members',
      type: 'complex',
      description: 'Who is in it.',
      multiValued: true,
      subAttributes: [
        text('value', 'Id of the member.', { caseExact: true }),
        { name: '$ref', type: 'reference', description: 'Address of the member.', caseExact: true },
        text('display', 'As the member is shown.'),
        text('type', 'User or Group.', { canonicalValues: ['User', 'Group'] }),
      ],
    },
  ],
};
