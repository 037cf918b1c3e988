import type { CultureName } from '../names/cultures.ts';

export interface Country {
  readonly code: string;
  readonly currency: string;
  /** How a company of this country ends its name. */
  readonly legalForm: string;
  /** Names most people here bear. */
  readonly culture: CultureName;
  /** City and IANA time zone. */
  readonly cities: readonly (readonly [city: string, timeZone: string])[];
}

/** Where the company may sit, in the order in which it grew. Time zones differ on purpose: an employment ends at midnight where one works. */
export const countries: readonly Country[] = [
  {
    code: 'DE',
    currency: 'EUR',
    legalForm: 'GmbH',
    culture: 'german',
    cities: [
      ['Köln', 'Europe/Berlin'],
      ['Leipzig', 'Europe/Berlin'],
      ['Lübeck', 'Europe/Berlin'],
    ],
  },
  {
    code: 'GB',
    currency: 'GBP',
    legalForm: 'Ltd',
    culture: 'english',
    cities: [
      ['Bristol', 'Europe/London'],
      ['Leeds', 'Europe/London'],
      ['Belfast', 'Europe/London'],
    ],
  },
  {
    code: 'NO',
    currency: 'NOK',
    legalForm: 'AS',
    culture: 'nordic',
    cities: [
      ['Tromsø', 'Europe/Oslo'],
      ['Bergen', 'Europe/Oslo'],
    ],
  },
  {
    code: 'GR',
    currency: 'EUR',
    legalForm: 'Α.Ε.',
    culture: 'greek',
    cities: [
      ['Θεσσαλονίκη', 'Europe/Athens'],
      ['Πάτρα', 'Europe/Athens'],
    ],
  },
  {
    code: 'JP',
    currency: 'JPY',
    legalForm: '株式会社',
    culture: 'kana',
    cities: [
      ['大阪', 'Asia/Tokyo'],
      ['札幌', 'Asia/Tokyo'],
    ],
  },
  {
    code: 'US',
    currency: 'USD',
    legalForm: 'Inc.',
    culture: 'english',
    cities: [
      ['Portland', 'America/Los_Angeles'],
      ['Chicago', 'America/Chicago'],
      ['Honolulu', 'Pacific/Honolulu'],
    ],
  },
  {
    code: 'UA',
    currency: 'UAH',
    legalForm: 'ТОВ',
    culture: 'cyrillic',
    cities: [
      ['Львів', 'Europe/Kyiv'],
      ['Одеса', 'Europe/Kyiv'],
    ],
  },
  {
    code: 'FR',
    currency: 'EUR',
    legalForm: 'SAS',
    culture: 'french',
    cities: [
      ['Nantes', 'Europe/Paris'],
      ['Besançon', 'Europe/Paris'],
    ],
  },
  { code: 'IL', currency: 'ILS', legalForm: 'בע״מ', culture: 'hebrew', cities: [['חיפה', 'Asia/Jerusalem']] },
  {
    code: 'IN',
    currency: 'INR',
    legalForm: 'Pvt Ltd',
    culture: 'devanagari',
    cities: [
      ['पुणे', 'Asia/Kolkata'],
      ['Kochi', 'Asia/Kolkata'],
    ],
  },
  {
    code: 'PL',
    currency: 'PLN',
    legalForm: 'Sp. z o.o.',
    culture: 'slavic',
    cities: [
      ['Łódź', 'Europe/Warsaw'],
      ['Gdańsk', 'Europe/Warsaw'],
    ],
  },
  {
    code: 'ES',
    currency: 'EUR',
    legalForm: 'S.L.',
    culture: 'iberian',
    cities: [
      ['Donostia', 'Europe/Madrid'],
      ['Las Palmas', 'Atlantic/Canary'],
    ],
  },
  { code: 'KR', currency: 'KRW', legalForm: '주식회사', culture: 'hangul', cities: [['부산', 'Asia/Seoul']] },
  { code: 'AE', currency: 'AED', legalForm: 'LLC', culture: 'arabic', cities: [['الشارقة', 'Asia/Dubai']] },
  { code: 'TH', currency: 'THB', legalForm: 'Co., Ltd.', culture: 'thai', cities: [['เชียงใหม่', 'Asia/Bangkok']] },
  { code: 'TW', currency: 'TWD', legalForm: '有限公司', culture: 'han', cities: [['高雄', 'Asia/Taipei']] },
];
