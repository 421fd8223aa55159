/**
 * Every structure once more in words of another kind, invented before the rules were looked at: synonyms, other order of words, abbreviations,
 * words left out or added. Written as `clerk-tables.ts` is. The first half was looked at while rules were made; the second was only counted.
 */
export const REWORDED_SEEN: Readonly<Record<string, string>> = {
  organizations:
    'Код за ЄДРПОУ=orgId; Назва установи повністю=orgName; Коротко про заклад=orgDescription; Статут або положення=constituentDocUrl; Інтернет-сторінка=homepage; Фейсбук, інстаграм=socialAccount; П.І.Б. очільника=headName; Посада очільника=headPost; Кому підпорядкована (ЄДРПОУ)=subOrgOfId',
  posts:
    'Прізвище, ім’я=name; Обіймана посада=positionName; Відділ=unitName; Установа=orgName; Службовий телефон=telephone; Службова ел. пошта=email; Години прийому=openingHours; Світлина=img; Чол./жін.=gender',
  orgStructureExtended:
    'Найменування відділу=prefLabel; Абревіатура=altLabel; Чим опікується=description; Положення про відділ (лінк)=constituentDocumentURL; Начальник=headFn; Посада начальника=headPost; Вищий підрозділ=unitOfPrefLabel',
  listOfReports:
    'Найменування звіту=title; Коли затверджено=acceptedDate; Коли опубліковано=issuedDate; Вид звіту=type; Файл звіту=url; Укладач=creatorName; Усього надійшло запитів=totalRequests; З них від громадян=citizensUkraine; Від ГО=publicOrganizations',
  legalActs:
    'Реєстраційний №=identifier; Вид документа=type; Заголовок документа=title; Коли зареєстровано=registrationDate; Опубліковано=issued; Текст рішення (лінк)=url; Хто розробив=creatorName; ЄДРПОУ того, хто розробив=creatorIdentifier; Зауваги=note',
  plan: 'Назва проєкту акта=title; Який це проєкт=type; Навіщо приймається=objective; Розробник=creatorName; Розробити до=developmentEndDate; Де оприлюднено в інтернеті=accessURL; Подано на розгляд=dateSubmitted',
  publicInfoSystem:
    'Програма=name; Версія програми=softwareVersion; Вебадреса=url; Яку інформацію містить=informationTypes; №=id',
  permissions:
    'Дозвіл, №=id; Коли видано дозвіл=issuedDate; Хто видав=authorityName; Рекламодавець=distributorName; Код рекламодавця=distributorId; Чинний=status; Початок дії=validFrom; Кінець дії=validThrough; № угоди=contractNumber; Від якого числа угода=contractSignedDate; Тип рекламного засобу=type; Скільки площин=planesValue; Ширина, м=horizontalSize',
  fairs:
    'Найменування ярмарку=name; Про ярмарок=description; Докладніше=url; Початок ярмарку=startDate; Закінчення ярмарку=endDate; Працює=openingHours; Де відбувається=@address',
  distribution: 'Ліки=name; Лікарська форма=type; К-сть=quantity; Од. вим.=unitName; № з/п=id',
  deputies:
    'Прізвище депутата=familyName; Імʼя депутата=name; По батькові депутата=additionalName; Коли народився=birthDate; Ч/Ж=gender; Портрет=image; Біографія=biography; № пульта=votingIdentifier',
  appeals:
    '№ звернення=uid; Коли надійшло=receivedDateTime; Вид звернення=type; Тематика=kind; Суть звернення=content; Як надійшло=accrualMethod; На якому етапі=status; Кому передано=organizationName; Чим завершилося=result',
  operators: 'Код оператора=operatorId; Хто обслуговує паркування=operatorName; КАТОТТГ=atuCode',
  line: 'Прізвище=familyName; Ім’я=name; По батькові=additionalName; Скільки членів сім’ї=familyStructure; Коли взято на облік=recordDecisionDate; № рішення про взяття=recordDecisionNumber; Коли включено до першочергових=priorityDecisionDate; Коли надано житло=provisionDecisionDate; Коли знято з обліку=exclusionDecisionDate; Рішення про зняття, №=exclusionDecisionNumber',
  donations:
    'Коли надійшло=date; Що отримано=title; Для чого=purpose; Скільки=quantity; Од.=unitName; Кому=recipientName; Від кого=donorName; Акт №=actID; Від=actDate; Як використано=usageStatus',
  leasedProperty:
    'Орендоване приміщення=title; Площа в оренді=quantity; Оцінка майна, грн=valueAmount; Дата оцінювання=valuationDate; Договір оренди №=contractNumber; Коли укладено=contractDateSigned; Навіщо орендовано=contractPurpose; Ставка оренди, %=contractRentalRate; Хто утримує=contractCustodianName; Хто орендує=contractUserName; Оренда з=contractPeriodStartDate; Оренда до=contractPeriodEndDate; Щомісячна плата=contractValueAmount',
  freeBuildings:
    'Вільне приміщення=buildingTitle; Вид нерухомості=kind; Кому належить=ownercustodianName; Хто утримує=balanceHolderName; Метраж, кв. м=buildingArea; Вода=utilitiesAvailableWaterSupply; Опалення=utilitiesAvailableHeatingSupply; Світло=utilitiesAvailableElectricNetwork; Газ=utilitiesAvailableGasSupply; У якому стані=condition; Станом на=validityDate',
  parcels:
    'Кому належить ділянка=custodianName; Код того, кому належить=custodianId; Хто користується=userName; Код того, хто користується=userId; НГО, грн=normativeValueAmountValue; №=uid',
  temporaryStructures:
    'ТС №=identifier; Хто власник=legalName; Код власника=legalIdentifier; Дозвіл №=permissionIdentifier; Коли видано дозвіл=permissionIssued; Де стоїть=@address',
  cameras:
    'Інв. №=inventoryNumber; шир.=lat; довг.=lon; Хто утримує=balanceHolderName; Чи фіксує швидкість=isSpeedRecognition; Чи розпізнає номери=isNumberRecognition',
  stations:
    'Станція №=uid; Кому належить=ownerName; Код власника=ownerId; Тел. власника=ownerTelephone; Пошта власника=ownerEmail',
  donationsReceived:
    'Коли отримано=date; Що отримано=donationTitle; На що=donationPurpose; Скільки отримано=donationQuantity; Одиниці=unitName; На суму, грн=amountValue; Валюта=currencyCode',
};

export const REWORDED_UNSEEN: Readonly<Record<string, string>> = {
  organizationalUnits:
    'Відділ чи управління=unitName; Чим займається відділ=unitDescription; Положення=constituentDocumentUrl; Сторінка відділу=homepage; Хто очолює=headName; Як зветься посада очільника=headPost; Юридична особа=unitOfName; ЄДРПОУ юридичної особи=unitOfId; Тел.=contactPointTelephone; Ел. скринька=contactPointEmail',
  orgStructure: 'Найменування посади=prefLabel; Відділ=postIn; К-сть ставок=value; Код=identifier',
  normatives:
    'Найменування нормативу=title; Діє з=validFrom; Діє по=validThrough; Інтернет-адреса=url; Яким актом затверджено=legalActTitle; Тип акта=legalActType; Коли прийнято акт=legalActDateAccepted; № акта=legalActNumber; Хто розпоряджається=publisherName; ЄДРПОУ=publisherIdentifier',
  register:
    'Найменування набору=title; Про що набір=description; Як часто оновлюється=accrualPeriodicity; Теги=keyword; Навіщо збирається=purpose; Де лежить=landingPage; У яких форматах=distributionFormat; Чий набір=publisherName; ЄДРПОУ=publisherIdentifier',
  regulatoryActs:
    'Назва акта=title; Хто прийняв=regulatoryAgencyPrefLabel; Набрав чинності=valid; Вебадреса акта=accessURL; Яким рішенням ухвалено=legalActTitle; № рішення=legalActIdentifier; Коли ухвалено рішення=legalActCreated; Базове відстеження, коли=basicEvalDate; Базове відстеження, лінк=basicEvalAccessURL; Повторне відстеження, коли=repeatEvalDate; Повторне відстеження, лінк=repeatEvalAccessURL',
  legalBases:
    'Заголовок акта=legalActTitle; № акта=legalActId; Коли прийнято=legalActDate; Де вперше опубліковано=legalActPublication; Вид акта=legalActType; Хто прийняв=legalActAdopterName; Чинність=legalActStatus; Лінк на акт=url',
  buildings:
    'Найменування об’єкта=title; Входить до комплексу=isPartOf; Різновид=kind; Кому належить=ownerName; Код власника=ownerId; Хто утримує=balanceHolderName; Хто користується=userName; Метраж, м²=area; № у ДРРП=registrationId; Коли зареєстровано право=registrationDate; Ступінь готовності=constructionReadiness; Техстан=condition; Які є комунікації=utilitiesAvailable; Станом на=validityDate',
  commercialObjects:
    'Вивіска=name; ФОП чи фірма=entityName; Код ФОП чи фірми=entityId; Що продають=activityType; Формат закладу=type; Працює з — до=openingHours; Коли видано дозвіл=permissionIssued; Дозвіл №=permissionNumber; Дозвіл діє з=permissionValidFrom; Дозвіл діє до=permissionValidThrough; шир.=lat; довг.=lon',
  stops: 'Як зветься зупинка=stopName; № зупинки=stopCode; Де розташована=stopDesc; шир.=lat; довг.=lon; id=stopId',
  motions:
    'Коли голосували=date; Яке скликання=convocation; Яка сесія=legislativeSession; № питання=num; Питання=title; № проєкту рішення=projectNum; Підтримали=votingFor; Не підтримали=votingAgainst; Утримались=votingAbstain; Не взяли участі в голосуванні=notVoting; Не було в залі=absent; Чи прийнято=votingResult',
  acts: '№ акта обстеження=actNum; Акт від=actIssued; Чому видаляють=purpose; Хто звернувся=applicantName; Код того, хто звернувся=applicantId; № дерева=id',
  parkingLots: 'Майданчик №=parkingId; Який майданчик=parkingType; КАТОТТГ=atuCode; Де розташований=@address',
  addresses:
    'КАТОТТГ=CATUTTC; Індекс=postCode; Обл.=adminUnitL2; Р-н=adminUnitL3; Нас. пункт=postName; Вул.=thoroughfare; Буд.=locatorDesignator; Дільниця школи=territoryId',
  resources:
    'Коли знято показник=date; Бюджетна установа=organizationName; Код установи=organizationID; Хто постачає=providerName; Код того, хто постачає=providerID; Лічильник №=meterNumber; Що спожито=type; Скільки спожито=quantity; Вимірюється в=unitName',
  payments:
    'Угода №=contractNumber; Коли підписано=contractSignedDate; Хто управляє=contractCustodianName; Код того, хто управляє=contractCustodianId; Хто орендує=contractUserName',
  listProzorroSales: 'Код лота в Прозорро=ocid; Що здається=title; Лінк на лот=url',
  vehiclePosition: 'Держ. номер=number; VIN-код=vin; Тип кузова=bodyType; Борт №=identifier; шир.=lat; довг.=lon',
  tariffs:
    'Комунальна послуга=type; Для кого=consumersType; Ціна за одиницю=unitValueAmount; Одиниця=unitName; Чи діє=status; Хто надає=providerName; Код того, хто надає=providerId; Діє з=validFrom; Діє по=validThrough; Яким актом встановлено=legalActType',
  penalty:
    'Постанова №=penaltyId; Розмір штрафу=penaltyAmount; Яка санкція=penaltyType; Хто оштрафував=penaltyEnterpriseName; Код того, хто оштрафував=penaltyEnterpriseId',
  shelters: 'Укриття №=shelterId; Яке укриття=shelterType; КАТОТТГ=atuCode; Де розташоване=@address',
  landLeases:
    '№ угоди=contract_num; Оренда з=contract_bdate; Оренда до=contract_edate; На скільки років=lease_period; Хто орендує землю=conragent; Площа землі, га=area; Кадастрові номери=cad_num',
};
