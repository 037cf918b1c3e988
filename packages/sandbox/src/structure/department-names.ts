/** Departments in the order in which a growing company opens them. */
export const departmentNames = [
  'Engineering',
  'Sales',
  'Operations',
  'People',
  'Finance',
  'Customer Care',
  'Marketing',
  'Product',
  'Legal',
  'Procurement',
  'Logistics',
  'Quality',
  'Research',
  'Facilities',
  'Data',
  'Security',
  'Communications',
  'Treasury',
  'Field Service',
  'Training',
] as const;

/** What a department is called after a reorganisation. */
export const departmentForms = ['& Planning', '& Services', 'International', 'Group', 'Excellence', 'Hub'] as const;

export const divisionNames = ['North', 'South', 'Commercial', 'Platform', 'Overseas'] as const;

export const companyNames = [
  'Larkmoor',
  'Saltmill',
  'Quaymarket',
  'Fjordkiste',
  'Emberfold',
  'Tidewright',
  'Brackenhall',
  'Osterlinde',
] as const;
