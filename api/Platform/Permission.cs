namespace Mentoring.Api.Platform;

/// <summary>What an operation asks of its caller. Which roles hold it stands in <see cref="Roles"/>.</summary>
public enum Permission
{
    /// <summary>Nothing: signing in, health, the demo accounts.</summary>
    Public,

    /// <summary>A valid token, whatever the roles.</summary>
    SignedIn,

    ReferenceWrite,
    OrganizationImport,

    /// <summary>Saying where organizations stand, and what became of them.</summary>
    OrganizationManage,
    StaffRead,
    StaffWrite,
    RosterImport,

    /// <summary>Making one of two records of the same person, and two again: where every place of both is in reach.</summary>
    PersonMerge,
    ImportManage,
    ProfileOwn,
    ProfileManage,
    CensusManage,
    EntitlementManage,
    ProgramRead,
    ProgramWrite,
    ProgramPlan,
    ProgramSign,
    ProgramPace,
    ProgramComment,
    TemplateWrite,
    MeetingConfirm,
    ProgramConsent,

    /// <summary>Settling whether a contested consent is the person's own.</summary>
    ConsentSettle,
    ProgramCouncil,
    ProgramHead,
    ProgramManage,
    ProgramEvaluate,
    RoadmapProgress,
    MeetingWrite,
    MeetingNotes,
    AuditRead,
    AuditVerify,
    MatchManage,
    MatchAnswer,
    MatchRegion,

    /// <summary>Offering one's help as a mentor beyond the own school, finding such offers and asking for one; everybody who works somewhere.</summary>
    OfferUse,

    /// <summary>Agreeing for a school: to what its mentors offer beyond it, and to whom its mentees ask elsewhere.</summary>
    OfferDecide,
    DelegationRead,
    DelegationManage,
    MonitoringSchool,
    MonitoringTerritory,

    /// <summary>Seeing which difficulties the teachers of a territory have, as sums: territories, and bodies that work there.</summary>
    DeficitRead,
    AccountManage,

    /// <summary>Being the second official of an invitation: identifying the person and handing the sheet over.</summary>
    AccountHandOver,
    ActRead,
    ActWrite,
    ActApprove,
    ActCosign,

    /// <summary>Proposing changes to a draft act that was opened for co-drafting.</summary>
    ActPropose,
    SetupRead,
    SetupWrite,
    OperationsWatch,
    SiteWrite,

    /// <summary>The psychologist's own workspace, which nobody else reads.</summary>
    PsychologyWork,

    /// <summary>Answering the climate pulse and seeing the trainings to which one is invited.</summary>
    PulseAnswer,

    ConditionsRead,
    ConditionsWrite,
    RoomBook,
    RiskRead,
    RiskManage,

    /// <summary>Partners of a school or a body: contracts, contacts outside it and the coordination log.</summary>
    PartnerManage,

    /// <summary>Reading the school's public events; everybody who works there may.</summary>
    EventRead,
    EventManage,

    /// <summary>Reading what the council of mentors does.</summary>
    CouncilRead,

    /// <summary>Sitting on the council: proposing, voting, preparing.</summary>
    CouncilWork,

    /// <summary>Chairing it: calling and leading meetings, closing votes.</summary>
    CouncilLead,

    /// <summary>Calling people into the council and ending their seats.</summary>
    CouncilManage,
    IncentivePropose,
    IncentiveDecide,

    /// <summary>Reading the school's bank of practices, describing one's own, using another's; everybody who works there.</summary>
    PracticeShare,

    /// <summary>Reviewing practices by the rubric.</summary>
    PracticeReview,

    /// <summary>Running the bank: asking reviewers, deciding, publishing.</summary>
    PracticeManage,

    /// <summary>Bringing a case before the council and following it; every person may.</summary>
    CaseOpen,

    /// <summary>Leading arbitration: naming arbiters.</summary>
    CaseArbitrate,

    /// <summary>Seeing how much room is left where one puts files: everybody who works there or takes part in a program.</summary>
    FileStore,

    /// <summary>Seeing what an organization's files take up, by kind, program and person.</summary>
    StorageRead,

    /// <summary>Deciding how much room an organization has.</summary>
    StorageManage,

    /// <summary>Confirming the roles that open what is closed to an organization's head; held outside the organization.</summary>
    RoleConfirm,

    /// <summary>Seeing which body of the external contour stands behind which organization.</summary>
    SupportRead,

    /// <summary>Opening, revising and ending support: for the own body, or for those of a region.</summary>
    SupportManage,

    /// <summary>Entering the bodies of the external contour, which stand in no register.</summary>
    BodyManage,

    /// <summary>Reading the resource map: whoever works at an organization, whoever supports, whoever keeps a territory.</summary>
    ResourceRead,

    /// <summary>Taking a place in what the map offers; everybody who works at an organization.</summary>
    ResourceUse,

    /// <summary>Keeping the own body's part of the resource map.</summary>
    ResourceManage,
    /// <summary>Running a body's tutors: the registry, whom each accompanies, proposals.</summary>
    TutorManage,

    /// <summary>Seeing who accompanies whom: at the own school, at the own body, and of oneself.</summary>
    TutoringRead,

    /// <summary>Asking for a tutor and answering, consultations, comments: everybody of the own, whoever leads the school comments.</summary>
    TutoringWrite,
    /// <summary>Asking for methodical help: one's own questions; what their school may see, head and curator; what a body has, its people.</summary>
    HelpDesk,

    /// <summary>Answering what a body is asked, and writing its articles.</summary>
    HelpAnswer,

    /// <summary>Leading a body's help desk: how long it takes, and how it does.</summary>
    HelpLead,
    /// <summary>Being diagnosed and diagnosing oneself, asking an expert, saying who reads it; every person may.</summary>
    DiagnosisOwn,

    /// <summary>Reading diagnoses: the own ones, and those that their teachers have shared with the caller or the caller's organization.</summary>
    DiagnosisRead,

    /// <summary>Bringing a file of results of an outside instrument, which become the teachers' own.</summary>
    DiagnosisImport,

    /// <summary>Drafting and publishing instruments of diagnosis: of the federation, of a region, of a body.</summary>
    InstrumentManage,
    /// <summary>Leading one's own individual educational route, and reading the shared parts of one that was opened to oneself; every person may.</summary>
    RouteOwn,

    /// <summary>Seeing how far the routes of a school's teachers are, and nothing that is written in them.</summary>
    RouteWatch,

    /// <summary>Reading of initiatives within one's own municipality, region and the country: whoever works at an organization, bodies, territories.</summary>
    InitiativeRead,

    /// <summary>Starting an initiative, joining one and working in it; everybody who works at an organization.</summary>
    InitiativeWork,

    /// <summary>Setting schools tasks with a term and deciding on their reports: for a territory, or for a body by its head and methodologists.</summary>
    SchoolTaskSet,

    /// <summary>Reporting for a school what it was set.</summary>
    SchoolTaskReport,

    /// <summary>Reading what pupils reached, as counts: of one's own pupils, of those of one's mentees, at a school by its head and curator.</summary>
    PupilResultRead,

    /// <summary>Saying it: every teacher of the own pupils, head and curator of all.</summary>
    PupilResultWrite,

    /// <summary>Bringing it as a file: the curator, and the school's own system.</summary>
    PupilResultImport,

    /// <summary>Reading who measured before and after: in one's own programs, at a school by its head and curator, who read sums too.</summary>
    ImpactRead,

    /// <summary>Answering for oneself in a program, and saying since when a mentee has settled in.</summary>
    ImpactTake,

    /// <summary>Reminding those whose measure is due, and saying how the school sees itself: head and curator.</summary>
    ImpactManage,
}
