import { vendorObject } from '@rollcall/core';
import { z } from 'zod';

/** What is empty comes as a missing member, as an empty text or, where an object belongs, as an empty list. */
const nothing = z.union([z.literal(''), z.tuple([])]).transform(() => null);
const part = z.union([nothing, vendorObject({})]).nullish();
const parts = { organizationUnit: part, permanentEstablishment: part, costCenter: part, superior: part, bankAccount: part };

/** One person. Only what is looked into is declared: what stands in the other members is judged by what reads it. */
export const HrworksRecord = vendorObject({ ...parts, isActive: z.union([nothing, z.boolean()]).nullish() });
export type HrworksRecord = z.infer<typeof HrworksRecord>;

const members = `
  uuid personId personnelNumber personLicenseNumber personIdentifierForKiosk datevPersonnelNumber customNameId externalIds
  firstName lastName birthName title salutation gender birthday nationality secondNationality languageCode profilePictureUrl
  email privateEmail officePhoneNumber companyMobilePhoneNumber privateMobilePhoneNumber address countryCode buildingOrRoom
  emergencyContactName emergencyContactPhone emergencyContactDegreeOfKinship socialSecurityNumber taxpayerIdentificationNumber
  isActive joinDate leaveDate probationEndDate dateOfNotice reasonForGivingNotice triggerForGivingNotice historicizedData
  position employmentType superior organizationUnit organizationUnitUuid permanentEstablishment timeRecordingRegulation
  costCenter costObjective bankAccount accountPayable paymentAccounts expensesGroup workSchedule shortTimeWorkSchedule
  highestLevelOfEducation highestLevelOfEducationId highestProfessionalQualification highestProfessionalQualificationId`;

/** The members that the vendor documents; all others are free fields, which customers name. Source: OpenAPI 2.10, `Person` (2026-01). */
export const documented: ReadonlySet<string> = new Set(members.trim().split(/\s+/));
