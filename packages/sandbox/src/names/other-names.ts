import type { NameList } from './culture.ts';

/** Names in other scripts, each with the spelling that its bearer uses in an e-mail address. */
export const otherNames = {
  cyrillic: {
    given:
      'Олена:olena|Тарас:taras|Зоряна:zoriana|Богдан:bohdan|Юлія:yuliia|Євген:yevhen|Йордан:yordan|Цветана:tsvetana|Ђорђе:djordje|Љиљана:ljiljana|Асель:assel|Нұрлан:nurlan|Ґалина:galyna|Щасна:shchasna',
    family:
      'Ковальчук:kovalchuk|Щербина:shcherbyna|Їжак:yizhak|Петренко-Лис:petrenkolys|Гончар:honchar|Журавель:zhuravel|Димитров:dimitrov|Къцарова:katsarova|Јовановић:jovanovic|Њежић:njezic|Әбілов:abilov|Мельник:melnyk|Сорока:soroka|Чайка:chaika',
  },
  greek: {
    given:
      'Ελένη:eleni|Γιώργος:giorgos|Χρυσούλα:chrysoula|Θεόφιλος:theofilos|Αγγελική:angeliki|Ξένια:xenia|Οδυσσέας:odysseas|Φαίδρα:faidra|Ιάσων:iason|Μυρτώ:myrto|Ραφαήλ:rafail|Ευδοκία:evdokia',
    family:
      'Παπαδάκης:papadakis|Χατζηγιάννη:chatzigianni|Αθανασόπουλος:athanasopoulos|Ψαρρός:psarros|Λυμπέρη:lymperi|Καραγιαννίδης:karagiannidis|Θαλασσινός:thalassinos|Μακρής:makris|Ξανθόπουλος:xanthopoulos|Βλάχου:vlachou|Ζερβός:zervos|Ουρανός:ouranos',
  },
  arabic: {
    given:
      'ليلى:layla|يوسف:yousef|فاطمة:fatima|عبد الرحمن:abdelrahman|نور:nour|خالد:khaled|زينب:zainab|حسين:hussein|سلمى:salma|طارق:tareq|رُبى:ruba|مازن:mazen',
    family:
      'الحداد:alhaddad|بن سالم:binsalem|المنصوري:almansoori|النجار:alnajjar|الشامي:alshami|عبد الله:abdallah|القاضي:alqadi|الخطيب:alkhatib|السعدي:alsaadi|حمدان:hamdan|الزهراني:alzahrani|العطار:alattar',
  },
  hebrew: {
    given:
      'נועה:noa|איתן:eitan|שירה:shira|יעל:yael|אבנר:avner|תמר:tamar|אורי:uri|רבקה:rivka|גלעד:gilad|מאיה:maya|עמית:amit|צביה:tzvia',
    family:
      'לוי:levi|בן־דוד:bendavid|פרידמן:friedman|אלמוג:almog|שקד:shaked|הר־אבן:hareven|כרמלי:carmeli|נחמני:nachmani|רוזנצווייג:rosenzweig|יערי:yaari|צור:tzur|ברזילי:barzilai',
  },
  han: {
    given:
      '雅婷:yating|志明:zhiming|晓燕:xiaoyan|子轩:zixuan|麗華:lihua|建国:jianguo|思远:siyuan|佩珊:peishan|浩然:haoran|玉蘭:yulan|梓涵:zihan|承恩:chengen',
    family: '陳:chen|王:wang|歐陽:ouyang|林:lin|黃:huang|张:zhang|司徒:szeto|许:xu|蔡:tsai|吕:lu|葉:yeh|𠮷:ji',
  },
  kana: {
    given:
      'さくら:sakura|ケンジ:kenji|ひなた:hinata|あおい:aoi|マリコ:mariko|たろう:tarou|みづき:mizuki|ジュン:jun|かえで:kaede|りょうた:ryota|エミ:emi|はやと:hayato',
    family:
      'たかはし:takahashi|サトウ:sato|わたなべ:watanabe|きむら:kimura|ヨシダ:yoshida|ふじもと:fujimoto|おおつか:otsuka|シマヅ:shimazu|まつうら:matsuura|なかじま:nakajima|コバヤシ:kobayashi|あべ:abe',
  },
  hangul: {
    given:
      '지우:jiwoo|민준:minjun|서연:seoyeon|하은:haeun|도윤:doyoon|은서:eunseo|현우:hyunwoo|수빈:subin|예진:yejin|태양:taeyang|보람:boram|한별:hanbyeol',
    family: '김:kim|이:lee|박:park|최:choi|정:jung|남궁:namgung|황보:hwangbo|조:cho|윤:yoon|임:lim|선우:sunwoo|강:kang',
  },
  devanagari: {
    given:
      'अनन्या:ananya|रोहित:rohit|प्रिया:priya|अर्जुन:arjun|मीनाक्षी:meenakshi|विक्रम:vikram|श्रुति:shruti|ऋषि:rishi|लक्ष्मी:lakshmi|देवांश:devansh|कृष्णा:krishna|ज्योति:jyoti',
    family:
      'शर्मा:sharma|कुलकर्णी:kulkarni|त्रिपाठी:tripathi|पाटील:patil|श्रेष्ठ:shrestha|मिश्र:mishra|जोशी:joshi|चौहान:chauhan|देशपाण्डे:deshpande|राठौड़:rathore|क्षत्रिय:kshatriya|गुप्ता:gupta',
  },
  thai: {
    given:
      'สมชาย:somchai|มาลี:malee|กิตติศักดิ์:kittisak|พิมพ์ชนก:pimchanok|ณัฐพล:nattaphon|ศิริพร:siriporn|อนุชา:anucha|วรรณา:wanna|ธนกฤต:thanakrit|ปวีณา:paweena|ชัยวัฒน์:chaiwat|เพ็ญศรี:pensri',
    family:
      'ใจดี:jaidee|ศรีสุข:srisuk|วงศ์ใหญ่:wongyai|ทองคำ:thongkham|รุ่งเรือง:rungrueang|บุญมี:boonmee|แสงจันทร์:saengchan|พงษ์ไพบูลย์:phongphaibun|สุวรรณ:suwan|น้ำใส:namsai|เกษมสุข:kasemsuk|อินทร์แก้ว:inkaew',
  },
  bengali: {
    given: 'অর্ণব:arnab|মৌসুমী:mousumi|তানিয়া:tania|রফিক:rafiq|শ্রেয়া:shreya|জয়ন্ত:jayanta|নুসরাত:nusrat|ইমরান:imran',
    family: 'চট্টোপাধ্যায়:chattopadhyay|রহমান:rahman|সরকার:sarkar|ঘোষ:ghosh|বিশ্বাস:biswas|ইসলাম:islam|দত্ত:dutta|খন্দকার:khandaker',
  },
  georgian: {
    given: 'ნინო:nino|გიორგი:giorgi|თამარ:tamar|ლევან:levan|ქეთევან:ketevan|ირაკლი:irakli|მზია:mzia|ზურაბ:zurab',
    family:
      'კაპანაძე:kapanadze|ჯაფარიძე:japaridze|ღვინიაშვილი:ghviniashvili|წერეთელი:tsereteli|ჭავჭავაძე:chavchavadze|ბერიძე:beridze|ყიფიანი:kipiani|მჭედლიშვილი:mchedlishvili',
  },
  armenian: {
    given: 'Անահիտ:anahit|Տիգրան:tigran|Շուշան:shushan|Վահան:vahan|Հասմիկ:hasmik|Արամ:aram|Լուսինե:lusine|Գևորգ:gevorg',
    family:
      'Պետրոսյան:petrosyan|Հակոբյան:hakobyan|Տեր-Մինասյան:terminasyan|Ղազարյան:ghazaryan|Քոչարյան:kocharyan|Սարգսյան:sargsyan|Մկրտչյան:mkrtchyan|Զաքարյան:zakaryan',
  },
  tamil: {
    given: 'கவிதா:kavitha|முருகன்:murugan|மீனா:meena|கார்த்திக்:karthik|செல்வி:selvi|இளங்கோ:ilango|யாழினி:yazhini|தமிழ்செல்வன்:tamilselvan',
    family:
      'சுப்பிரமணியன்:subramanian|இராமசாமி:ramasamy|நடராஜன்:natarajan|வேலாயுதம்:velayutham|பழனிசாமி:palanisamy|ஆறுமுகம்:arumugam|செழியன்:chezhiyan|குமாரசாமி:kumarasamy',
  },
} as const satisfies Readonly<Record<string, NameList>>;
