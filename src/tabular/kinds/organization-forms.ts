const FORMS = 'тов|тзов|пп|фоп|кп|кнп|кз|ку|дп|пат|прат|ат|осбб|оббг|дну|ззсо|здо|днз|зош|пз|бф|сг|стов|фг|го|зоо';
const WORDS =
  'товариств|підприємств|школа|ліцей|гімназі|садок|заклад|департамент|управлінн|відділ|сектор|рада|комітет|міністерств|університет|інститут|коледж|училищ|лікарн|поліклінік|амбулаторі|центр|музей|бібліотек|палац|клуб|спілка|об.єднанн|асоціаці|фонд|агентств|служба|інспекці|адміністраці|комунальн|товариство|компані|корпораці|банк|кооператив|фермерськ|церква|релігійн|громадськ';
/** Also for RE2, beside `(?i:)`. */
export const ORGANIZATION_FORM = `(?:^|[ «"(,-])(?:(?:${FORMS})(?:$|[ «"“])|(?:${WORDS}))`;
const ORGANIZATION = new RegExp(ORGANIZATION_FORM, 'iu');

/** True for a name with the legal form of an organization or a word that only organizations have. */
export const isOrganizationLike = (value: string): boolean => ORGANIZATION.test(value) && value.length < 250;
