/**
 * Tables as clerks write them, invented: headings in their own words and order, each with the field it means after «=»; nothing after it = a column
 * the structure has no field for; `@address`, `@coordinates`, `@person-name` = a column to be split.
 */
export const CLERK_TABLES: Readonly<Record<string, string>> = {
  organizations:
    'ЄДРПОУ=orgId; Повна назва закладу=orgName; Чим займається=orgDescription; Статут (посилання)=constituentDocUrl; Сайт=homepage; Соцмережі=socialAccount; ПІБ керівника=headName; Посада керівника=headPost; Примітки=',
  organizationalUnits:
    '№ з/п=unitId; Назва підрозділу=unitName; Положення (посилання)=constituentDocumentUrl; Керівник=headName; Посада керівника=headPost; Код юридичної особи, до якої належить=unitOfId; Назва юридичної особи=unitOfName; Область=addressAdminUnitL2; Район=addressAdminUnitL3; Громада=addressAdminUnitL4; Населений пункт=addressPostName; Вулиця=addressThoroughfare; Будинок=addressLocatorDesignator; Індекс=addressPostCode; Контактна особа=contactPointName; E-mail=contactPointEmail; Телефон=contactPointTelephone; Кабінет=',
  posts:
    'ID=uid; ПІБ=name; Стать=gender; Посада=positionName; Код підрозділу=unitId; Підрозділ=unitName; Код організації=orgId; Організація=orgName; Фото=img; Телефон=telephone; Електронна пошта=email; Графік прийому=openingHours',
  orgStructure: 'Код посади=identifier; Посада=prefLabel; Підрозділ=postIn; Штатних одиниць=value; Оклад=',
  orgStructureExtended:
    'identifier=identifier; prefLabel=prefLabel; altLabel=altLabel; homepage=homepage; headFn=headFn; headPost=headPost; unitOfPrefLabel=unitOfPrefLabel; addressPostName=addressPostName; addressThoroughfare=addressThoroughfare; addressLocatorDesignator=addressLocatorDesignator; addressPostCode=addressPostCode; contactPointHasEmail=contactPointHasEmail; contactPointHasTelephone=contactPointHasTelephone; contactPointOpeningHours=contactPointOpeningHours',
  normatives:
    '№=identifier; Назва нормативу=title; Чинний з=validFrom; Чинний до=validThrough; Посилання=url; Вид акта=legalActType; Назва акта=legalActTitle; Дата прийняття акта=legalActDateAccepted; Номер акта=legalActNumber; Розпорядник=publisherName; ЄДРПОУ розпорядника=publisherIdentifier',
  listOfReports:
    '№ з/п=uid; Назва звіту=title; Дата затвердження=acceptedDate; Дата оприлюднення=issuedDate; Вид звіту=type; Посилання на звіт=url; Автор=creatorName; Видавник=publisherName; ЄДРПОУ видавника=publisherIdentifier; Усього запитів=totalRequests; Запитів від громадян=citizensUkraine; Запитів від громадських організацій=publicOrganizations',
  register:
    'Ідентифікаційний номер набору=identifier; Найменування набору=title; Стислий опис=description; Періодичність оновлення=accrualPeriodicity; Ключові слова=keyword; Підстава та призначення збору=purpose; Гіперпосилання на набір=landingPage; Формат=distributionFormat; Розпорядник=publisherName; ЄДРПОУ=publisherIdentifier; Відповідальна особа=contactPointFn; Електронна адреса відповідальної особи=contactPointHasEmail',
  legalActs:
    'Реєстраційний номер=identifier; Вид акта=type; Назва=title; Дата реєстрації=registrationDate; Дата публікації=issued; Посилання=url; Розробник=creatorName; ЄДРПОУ розробника=creatorIdentifier; Розпорядник=publisherName; Порівняльна таблиця=comparisonTable; Аналіз регуляторного впливу=regulatoryImpactAnalysis; Примітка=note',
  regulatoryActs:
    'identifier=identifier; regulatoryAgencyPrefLabel=regulatoryAgencyPrefLabel; regulatoryAgencyIdentifier=regulatoryAgencyIdentifier; title=title; valid=valid; accessURL=accessURL; bibliographicCitation=bibliographicCitation; lagalActTitle=legalActTitle; legalActІdentifier=legalActIdentifier; legalActCreated=legalActCreated; basicEvalDate=basicEvalDate; basicEvalAccessURL=basicEvalAccessURL; repeatEvalDate=repeatEvalDate; periodEvalDate=periodEvalDate',
  plan: 'Ідентифікатор=identifier; Назва проєкту регуляторного акта=title; Вид проєкту=type; Ціль прийняття=objective; Розробник=creatorName; ЄДРПОУ розробника=creatorID; Строк розробки до=developmentEndDate; Посилання в інтернеті=accessURL; Регуляторний орган=regulatoryAgencyPrefLabel; ЄДРПОУ регуляторного органу=regulatoryAgencyID; Дата внесення на розгляд=dateSubmitted',
  legalBases:
    'Назва нормативного акту=legalActTitle; № нормативного акту=legalActId; Дата прийняття нормативного акту=legalActDate; Тип нормативного акту=legalActType; Орган, що прийняв нормативний акт=legalActAdopterName; Статус=legalActStatus; Посилання=url; Файл з текстом=text',
  publicInfoSystem:
    '№=id; Назва програмного забезпечення=name; Версія ПЗ=softwareVersion; Посилання=url; Види інформації=informationTypes',
  buildings:
    'Інвентарний номер=; Назва об’єкта=title; Вид об’єкта=kind; Власник=ownerName; Код ЄДРПОУ власника=ownerId; Балансоутримувач=balanceHolderName; Код ЄДРПОУ балансоутримувача=balanceHolderId; Користувач=userName; Загальна площа, кв. м=area; КАТОТТГ=CATUTTC; Поштовий індекс=addressPostCode; Область=addressAdminUnitL2; Район=addressAdminUnitL3; Громада=addressAdminUnitL4; Населений пункт=addressPostName; Вулиця=addressThoroughfare; № будинку=addressLocatorDesignator; Корпус=addressLocatorBuilding; Технічний стан=condition; Стан реєстрації прав=registrationStatus; Номер у реєстрі речових прав=registrationId; Дата реєстрації=registrationDate; Дата актуальності=validityDate',
  freeBuildings:
    'buildingId=buildingId; buildingTitle=buildingTitle; kind=kind; type=type; ownercustodianName=ownercustodianName; ownercustodianId=ownercustodianId; balanceHolderName=balanceHolderName; balanceHolderId=balanceHolderId; buildingArea=buildingArea; CATUTTC=CATUTTC; adressPostCode=addressPostCode; addressPostName=addressPostName; addressPostStreet=addressPostStreet; addressLocatorDesignator=addressLocatorDesignator; condition=condition; utilitiesAvailable=utilitiesAvailable; utilitiesAvailableWaterSupply=utilitiesAvailableWaterSupply; utilitiesAvailableHeatingSupply=utilitiesAvailableHeatingSupply; utilitiesAvailableElectricNetwork=utilitiesAvailableElectricNetwork; utilitiesAvailableGasSupply=utilitiesAvailableGasSupply',
  listProzorroSales: 'Код об’єкта в ЕТС Прозорро.Продажі=ocid; Назва об’єкта=title; Посилання на аукціон=url',
  leasedProperty:
    'Назва об’єкта оренди=title; Адреса=@address; Площа, що використовується, м2=quantity; Оціночна вартість, грн=valueAmount; Дата оцінки=valuationDate; № договору оренди=contractNumber; Дата укладання договору=contractDateSigned; Стан договору=contractStatus; Цільове призначення=contractPurpose; Орендна ставка, %=contractRentalRate; Балансоутримувач=contractCustodianName; ЄДРПОУ балансоутримувача=contractCustodianId; Орендар=contractUserName; ЄДРПОУ орендаря=contractUserId; Початок оренди=contractPeriodStartDate; Закінчення оренди=contractPeriodEndDate; Примітка=',
  parcels:
    '№ з/п=uid; Кадастровий номер=; Власник=custodianName; ЄДРПОУ власника=custodianId; Користувач=userName; ЄДРПОУ користувача=userId; Нормативна грошова оцінка, грн=normativeValueAmountValue; Площа, га=',
  landLeases:
    'Номер договору=contract_num; Дата початку дії договору=contract_bdate; Дата закінчення дії договору=contract_edate; Термін оренди=lease_period; Орендар=conragent; Площа ділянки, га=area; Кадастрові номери=cad_num',
  permissions:
    'Номер дозволу=id; Дата видачі дозволу=issuedDate; Ким видано=authorityName; Розповсюджувач реклами=distributorName; Код розповсюджувача=distributorId; Статус дозволу=status; Дата початку дії=validFrom; Дата закінчення дії=validThrough; № договору=contractNumber; Дата договору=contractSignedDate; Вид рекламного засобу=type; Кількість рекламних площин=planesValue; Ширина, м=horizontalSize; Висота, м=',
  parkingLots:
    'Код майданчика=parkingId; Тип паркування=parkingType; КАТОТТГ=atuCode; Кількість місць=; Вартість, грн/год=',
  operators:
    'Код оператора=operatorId; Оператор=operatorName; КАТОТТГ=atuCode; Індекс=addressPostCode; Область=addressAdminUnitL2; Населений пункт=addressPostName; Вулиця=addressThoroughfare; Будинок=addressLocatorDesignator; Телефон=',
  stops:
    'Номер зупинки=stopId; Назва зупинки=stopName; Маршрути=; Широта=lat; Довгота=lon; Код населеного пункту=atuCode',
  vehiclePosition:
    '№=uid; Державний номер=number; VIN-код=vin; Вид транспорту=bodyType; Бортовий номер=identifier; Широта=lat; Довгота=lon; Швидкість=',
  commercialObjects:
    '№ з/п=uid; Назва закладу=name; Суб’єкт господарювання=entityName; ЄДРПОУ суб’єкта господарювання=entityId; Вид діяльності=activityType; Тип об’єкта=type; Режим роботи=openingHours; Адреса=@address; Опис розміщення=addressDescription; Широта=lat; Довгота=lon; Номер дозволу=permissionNumber; Дата видачі=permissionIssued; Дійсний до=permissionValidThrough',
  fairs:
    '№=uid; Назва ярмарку=name; Опис=description; Дата початку=startDate; Дата завершення=endDate; Графік роботи=openingHours; Організатор=; Кількість місць=',
  appeals:
    'Реєстраційний номер=uid; Дата і час надходження=receivedDateTime; Тип звернення=type; Тематика=kind; Зміст звернення=content; Спосіб надходження=accrualMethod; Вулиця=addressThoroughfare; Будинок=addressLocatorDesignator; Статус=status; Виконавець=organizationName; ЄДРПОУ виконавця=organizationId; Результат розгляду=result',
  deputies:
    '№=id; ПІБ депутата=@person-name; Стать=gender; Дата народження=birthDate; Фото=image; Біографія=biography; Фракція=',
  motions:
    '№=uid; Дата засідання=date; Скликання=convocation; Сесія=legislativeSession; Назва питання=title; Номер проєкту=projectNum; За=votingFor; Проти=votingAgainst; Утримались=votingAbstain; Не голосували=notVoting; Відсутні=absent; Результат голосування=votingResult',
  addresses:
    'ID=uid; КАТОТТГ=CATUTTC; Індекс=postCode; Область=adminUnitL2; Населений пункт=postName; Вулиця=thoroughfare; Номер будинку=locatorDesignator; Код території обслуговування=territoryId; Школа=',
  tariffs:
    '№=id; Вид послуги=type; Категорія споживачів=consumersType; Тариф, грн=unitValueAmount; Одиниця виміру=unitName; Статус тарифу=status; Постачальник=providerName; ЄДРПОУ постачальника=providerId; Діє з=validFrom; Діє до=validThrough; Вид НПА=legalActType',
  resources:
    '№=id; Дата зняття показника=date; Заклад=organizationName; ЄДРПОУ закладу=organizationID; Постачальник=providerName; ЄДРПОУ постачальника=providerID; № лічильника=meterNumber; Вид послуги=type; Показник=quantity; Од. виміру=unitName',
  donations:
    'Номер=id; Дата отримання=date; Назва допомоги=title; Призначення=purpose; Кількість=quantity; Од. вим.=unitName; Отримувач=recipientName; Код отримувача=recipientID; Благодійник=donorName; Код благодійника=donorID; № акта=actID; Дата акта=actDate; Стан використання=usageStatus',
  donationsReceived:
    '№=uid; Дата отримання допомоги=date; Найменування допомоги=donationTitle; Призначення допомоги=donationPurpose; Кількість=donationQuantity; Одиниця виміру=unitName; Вартість=amountValue; Валюта=currencyCode',
  payments:
    '№ з/п=uid; Номер договору=contractNumber; Дата підписання договору=contractSignedDate; Назва управителя=contractCustodianName; ЄДРПОУ управителя=contractCustodianId; Користувач=contractUserName; Заборгованість, грн=; Сплачено, грн=',
  penalty:
    'Номер штрафу=penaltyId; Сума штрафу, грн=penaltyAmount; Накладена санкція=penaltyType; Підприємство, що наклало штраф=penaltyEnterpriseName; ЄДРПОУ=penaltyEnterpriseId; Дата=',
  acts: '№ насадження=id; Номер акта=actNum; Дата видачі акта=actIssued; Причина видалення=purpose; Заявник=applicantName; Код заявника=applicantId; Порода дерева=; Діаметр, см=',
  stations:
    'Ідентифікатор станції=uid; Власник (балансоутримувач)=ownerName; ЄДРПОУ власника=ownerId; Телефон власника=ownerTelephone; Ел. пошта власника=ownerEmail; Тип роз’єму=; Потужність, кВт=',
  line: '№ з/п=id; Прізвище=familyName; Ім’я=name; По батькові=additionalName; Склад сім’ї=familyStructure; Дата рішення про взяття на облік=recordDecisionDate; № рішення про взяття на облік=recordDecisionNumber; Дата включення до списку першочерговиків=priorityDecisionDate; Дата надання житла=provisionDecisionDate',
  distribution:
    '№=id; Торговельна назва препарату=name; Форма випуску=type; Кількість=quantity; Одиниця виміру=unitName; Серія=; Термін придатності=',
  shelters:
    'Обліковий номер споруди=shelterId; Тип споруди=shelterType; КАТОТТГ=atuCode; Поштовий індекс=addressPostCode; Область=addressAdminUnitL2; Район=addressAdminUnitL3; Місткість, осіб=; Балансоутримувач=',
  cameras:
    'Інвентарний номер камери=inventoryNumber; Район=addressAdminUnitL3; Вулиця=addressThoroughfare; Широта=lat; Довгота=lon; Балансоутримувач=balanceHolderName; Фіксація швидкості=isSpeedRecognition; Розпізнавання номерів=isNumberRecognition',
  temporaryStructures:
    'Номер тимчасової споруди=identifier; Власник=legalName; ЄДРПОУ власника=legalIdentifier; Область=addressRegion; Населений пункт=addressLocality; Адреса=addressStreetAddress; Номер дозволу=permissionIdentifier; Дата видачі дозволу=permissionIssued; Площа, м2=',
};

/** Tables that are none of the structures, invented: ordinary ones of a council, with headings many structures share. */
export const OTHER_TABLES: readonly string[] = [
  'КПКВК; Найменування програми; План на рік; План на звітний період; Касові видатки; Відсоток виконання',
  'Назва; Адреса; Телефон',
  'Назва; Адреса; Широта; Довгота',
  '№; Прізвище; Ім’я; Клас; Бал',
  'Дата; Температура; Вологість; Швидкість вітру; Опади',
  'Рік; Народжено; Померло; Приріст',
  'Страва; Вихід, г; Білки; Жири; Вуглеводи; Калорійність',
  'Маршрут; Початкова зупинка; Кінцева зупинка; Інтервал, хв; Вартість проїзду',
  'id; name; value',
  'id; date; amount; description',
  'Предмет закупівлі; Код ДК 021; Очікувана вартість; Дата оголошення; Переможець; Сума договору',
  'Код; Назва; Кількість; Ціна; Сума',
  'Назва закладу освіти; ЄДРПОУ; Директор; Адреса; Кількість класів; Кількість учнів; Сайт',
  'Назва лікарні; Адреса; Телефон; Кількість ліжок; Кількість лікарів',
  'Вулиця; Довжина, км; Ширина, м; Тип покриття; Рік ремонту',
  'Населений пункт; Кількість населення; Площа, кв. км; Кількість дворів',
  'Дата; Час; Станція; PM2.5; PM10; NO2; SO2',
  'Податок; План; Факт; Відхилення; Відсоток',
  'Назва проєкту; Автор; Кількість голосів; Бюджет, грн; Статус',
  'Номер контейнера; Адреса майданчика; Об’єм; Графік вивезення; Перевізник',
  'Назва пам’ятки; Вид; Дата створення; Автор; Адреса; Охоронний номер',
  'Спортивний об’єкт; Вид спорту; Місткість; Покриття; Адреса',
  'Дата; Номер; Текст; Відповідальний; Термін виконання; Відмітка про виконання',
  'Показник; Одиниця виміру; 2022; 2023; 2024; 2025',
  'Прізвище, ім’я, по батькові; Посада; Рік; Дохід; Об’єкт нерухомості',
  'Бібліотека; Фонд, примірників; Читачів; Відвідувань; Комп’ютерів',
  'Код КВЕД; Вид економічної діяльності; Кількість підприємств; Кількість працівників',
  'Назва рослини; Кількість саджанців; Місце висадки; Дата висадки',
  'Адміністративна послуга; Строк надання; Вартість; Перелік документів; Нормативна підстава',
  'timestamp; sensor_id; lat; lon; speed; heading',
];

/** Tables in words gathered after the synonyms were, and not added to them: what a file nobody has seen may expect. */
export const UNSEEN_TABLES: Readonly<Record<string, string>> = {
  buildings:
    'Реєстровий №=id; Найменування майна=title; Тип нерухомості=type; Хто володіє=ownerName; На балансі у=balanceHolderName; Код балансоутримувача=balanceHolderId; S, кв.м=area; Місце розташування=@address; Рік побудови=; Технічний стан будівлі=condition',
  leasedProperty:
    'Об’єкт=title; Місцезнаходження об’єкта=@address; Орендована площа=quantity; Орендар (назва)=contractUserName; Код орендаря=contractUserId; Договір №=contractNumber; Дата підписання=contractDateSigned; Строк дії з=contractPeriodStartDate; Строк дії до=contractPeriodEndDate; Мета використання=contractPurpose; Місячна плата, грн=contractValueAmount',
  commercialObjects:
    'Назва магазину=name; Підприємець=entityName; Код ЄДРПОУ/РНОКПП=entityId; Чим торгує=activityType; Тип закладу=type; Години роботи=openingHours; Адреса розміщення=@address; lat=lat; lng=lon',
  stops: 'stop_code=stopCode; stop_name=stopName; stop_lat=lat; stop_lon=lon; опис зупинки=stopDesc',
  deputies:
    'Прізвище, ім’я, по батькові депутата=@person-name; Дата нар.=birthDate; Стать=gender; Світлина=image; Округ=',
  legalActs:
    'Номер документа=identifier; Тип документа=type; Назва документа=title; Дата прийняття=registrationDate; Дата оприлюднення на сайті=issued; Лінк=url; Розробник проєкту=creatorName',
  tariffs:
    'Послуга=type; Споживачі=consumersType; Розмір тарифу, грн=unitValueAmount; Од. виміру=unitName; Надавач=providerName; Код надавача=providerId; Введено в дію з=validFrom; Рішення=',
  shelters:
    'Обліковий № захисної споруди=shelterId; Вид захисної споруди=shelterType; Область=addressAdminUnitL2; Район=addressAdminUnitL3; Код КАТОТТГ=atuCode; Місткість=',
  motions:
    'Дата голосування=date; Скликання=convocation; № сесії=legislativeSession; Питання порядку денного=title; Голосів «за»=votingFor; Голосів «проти»=votingAgainst; Утрималось=votingAbstain; Не голосувало=notVoting; Рішення прийнято=votingResult',
  resources:
    'Дата зняття=date; Назва закладу=organizationName; Код закладу=organizationID; Вид ресурсу=type; № лічильника=meterNumber; Спожито=quantity; Одиниці=unitName; Постачальник послуг=providerName',
  landLeases:
    'Договір №=contract_num; Початок дії=contract_bdate; Кінець дії=contract_edate; Строк, років=lease_period; Користувач ділянки=conragent; Площа (га)=area; Кадастровий №=cad_num',
  permissions:
    'Дозвіл №=id; Видано=issuedDate; Рекламодавець=distributorName; Діє від=validFrom; Діє до=validThrough; Вид конструкції=type; К-ть площин=planesValue; Статус=status; Договір №=contractNumber',
};
