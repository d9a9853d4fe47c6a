using static Mentoring.Api.Platform.Permission;

namespace Mentoring.Api.Platform;

/// <summary>Roles are dated assignments at an organization or a territory.</summary>
public enum Role
{
    Head, Curator, CouncilChair, CouncilMember, Psychologist, UnionRepresentative, SiteEditor, Mentor, Mentee,
    MunicipalCoordinator, RegionalCoordinator, RegionalAnalyst, FederalOperator, FederalAnalyst,
    SystemAdministrator, IntegratingSystem,
    CentreHead, Tutor, Methodologist, Expert,
}

/// <summary>
/// The components of a school's system that another organization can carry (the boundary of the contours moves). While a
/// delegation is in force, the taker's people in the role that fits act at the giver with these rights and no others.
/// </summary>
public enum Component
{
    CuratorDuties, Mentor, Psychologist, CouncilMatching, CouncilReview, MethodicalHelp, Monitoring, DocumentPreparation, Events,
    SiteSection
}

/// <summary>
/// What each role may do where it is held. A right reaches only the organizations and territories of the assignments that
/// give it: a curator of one school who sits on another's council does not become its curator.
/// </summary>
public static class Roles
{
    static readonly Permission[] School = [StaffRead, ProgramRead, AuditRead, MonitoringSchool];
    static readonly Permission[] Papers = [ActRead, SetupRead];
    static readonly Permission[] OnCouncil = [PracticeReview, ActPropose, CouncilWork, IncentivePropose, CouncilRead];
    static readonly Permission[] OverCouncil = [CouncilRead, CouncilManage];
    static readonly Permission[] Offering = [OfferUse, OfferDecide];
    static readonly Permission[] OverPupilResults = [PupilResultRead, PupilResultWrite];
    static readonly Permission[] OverImpact = [ImpactRead, ImpactManage];
    static readonly Permission[] OnHelpDesk = [HelpDesk, HelpAnswer];
    static readonly Permission[] Territory = [MonitoringTerritory, MonitoringSchool, DeficitRead, SupportRead, ResourceRead, InitiativeRead];

    public static readonly IReadOnlyDictionary<Role, IReadOnlySet<Permission>> Permissions = new Dictionary<Role, IReadOnlySet<Permission>>
    {
        [Role.Head] = Set([ProgramComment, SiteWrite, .. School, .. OverCouncil, IncentiveDecide, ProgramHead, ProgramManage,
            AccountManage, AccountHandOver, ConsentSettle, ProfileOwn, ProfileManage, EntitlementManage,
            .. Papers, ActWrite, ActApprove, SetupWrite,
            ConditionsRead, ConditionsWrite, RiskRead, RiskManage, PartnerManage, EventRead, EventManage, DelegationRead, DelegationManage,
            StorageRead, FileStore, SupportRead, TutoringRead, TutoringWrite, HelpDesk, DiagnosisRead, RouteWatch, SchoolTaskReport, .. OverPupilResults,
            .. OverImpact, .. Offering]),
        [Role.Curator] = Set([AccountHandOver, ConsentSettle, PracticeManage, ProgramPlan, ProgramComment, TemplateWrite, SiteWrite, .. School, .. OverCouncil,
            IncentivePropose, StaffWrite, PersonMerge, RosterImport, ImportManage, ProgramWrite, ProgramManage, RoadmapProgress, MeetingWrite,
            .. Papers, ActWrite, SetupWrite,
            ProfileOwn, ProfileManage, CensusManage, EntitlementManage, ConditionsRead, ConditionsWrite, RiskRead, RiskManage, PartnerManage, EventRead,
                EventManage,
            MatchManage, DelegationRead, StorageRead, FileStore, SupportRead, TutoringRead, TutoringWrite, HelpDesk,
            DiagnosisRead, RouteWatch, SchoolTaskReport, .. OverPupilResults, PupilResultImport, .. OverImpact,
            .. Offering]),
        [Role.CouncilChair] = Set([AccountHandOver, ConsentSettle, ProgramComment, TemplateWrite, .. School, .. Papers, .. OnCouncil, .. OverCouncil,
            CouncilLead, PracticeManage, CaseOpen, CaseArbitrate, ProgramCouncil, MatchManage]),
        [Role.CouncilMember] = Set([ConsentSettle, ProgramComment, TemplateWrite, .. Papers, ProgramRead, .. OnCouncil, ProgramCouncil, StaffRead,
            MonitoringSchool, MatchManage]),
        [Role.Psychologist] = Set([MonitoringSchool, StaffRead, ActRead, PsychologyWork, ConditionsRead]),
        [Role.UnionRepresentative] = Set([MonitoringSchool, .. Papers, ActCosign, ActPropose]),
        [Role.SiteEditor] = Set([MonitoringSchool, SiteWrite, EventRead]),
        [Role.Mentor] = Set([ActRead]),
        [Role.Mentee] = Set([ActRead]),
        [Role.MunicipalCoordinator] = Set([.. Territory, RoleConfirm, SchoolTaskSet]),
        [Role.RegionalCoordinator] = Set([.. Territory, OrganizationImport, OrganizationManage, ImportManage, MatchRegion, RoleConfirm, PersonMerge,
            SupportManage, BodyManage, InstrumentManage, SchoolTaskSet]),
        [Role.RegionalAnalyst] = Set(Territory),
        [Role.FederalOperator] = Set([.. Territory, OrganizationImport, OrganizationManage, ImportManage, BodyManage, InstrumentManage]),
        [Role.FederalAnalyst] = Set(Territory),
        [Role.SystemAdministrator] = Set([ReferenceWrite, OrganizationImport, OrganizationManage, ImportManage, AccountManage, AccountHandOver, AuditVerify,
            OperationsWatch,
            StorageManage, MonitoringTerritory, MonitoringSchool, RoleConfirm, PersonMerge, SupportRead, BodyManage]),
        [Role.IntegratingSystem] = Set([
            StaffRead, StaffWrite, RosterImport, ImportManage, ProgramRead, ProgramWrite, ProgramPlan, ProgramManage, RoadmapProgress, MeetingWrite,
                MonitoringSchool, MonitoringTerritory,
            FileStore, PupilResultImport,
        ]),
        [Role.CentreHead] = Set([AccountManage, AccountHandOver, StaffRead, StaffWrite, AuditRead, DelegationRead, DelegationManage, StorageRead, FileStore,
            SupportRead, SupportManage, ResourceRead, ResourceManage, TutorManage, TutoringRead, .. OnHelpDesk, HelpLead, DiagnosisRead,
            DiagnosisImport, InstrumentManage, ImportManage, PartnerManage, InitiativeRead, SchoolTaskSet, DeficitRead]),
        [Role.Tutor] = Set([SupportRead, ResourceRead, InitiativeRead, .. OnHelpDesk, DiagnosisRead]),
        [Role.Methodologist] = Set([StaffRead, AccountHandOver, SupportRead, ResourceRead, ResourceManage, InitiativeRead, .. OnHelpDesk, DiagnosisRead,
            DiagnosisImport, InstrumentManage, ImportManage, SchoolTaskSet, DeficitRead]),
        [Role.Expert] = Set([SupportRead, ResourceRead, InitiativeRead, .. OnHelpDesk, DiagnosisRead]),
    };

    /// <summary>Held at a body of the external contour and at no school.</summary>
    public static readonly IReadOnlySet<Role> OfBodies = new HashSet<Role> { Role.CentreHead, Role.Tutor, Role.Methodologist, Role.Expert };

    /// <summary>What a component gives at the organization that handed it over. Staff, accounts and rosters stay with the school.</summary>
    public static readonly IReadOnlyDictionary<Component, IReadOnlySet<Permission>> OfComponent = new Dictionary<Component, IReadOnlySet<Permission>>
    {
        [Component.CuratorDuties] = Set([.. Permissions[Role.Curator].Except([
            StaffWrite, PersonMerge, RosterImport, ImportManage, EntitlementManage, DelegationRead, StorageRead, AccountHandOver, ConsentSettle,
            TutoringRead, TutoringWrite, HelpDesk, DiagnosisRead, SchoolTaskReport, .. OverPupilResults, PupilResultImport, .. Offering])]),
        [Component.Mentor] = Set([StaffRead, ProgramRead, MatchManage]),
        [Component.Psychologist] = Permissions[Role.Psychologist],
        [Component.CouncilMatching] = Set([StaffRead, ProgramRead, MatchManage]),
        [Component.CouncilReview] = Set([StaffRead, ProgramRead, ProgramCouncil]),
        [Component.MethodicalHelp] = Set([ProgramRead, ProgramWrite, StaffRead]),
        [Component.Monitoring] = Set([MonitoringSchool, ProgramRead, RiskRead]),
        [Component.DocumentPreparation] = Set([MonitoringSchool, ActRead, ActWrite]),
        [Component.Events] = Set([MonitoringSchool, EventRead, EventManage]),
        [Component.SiteSection] = Set([MonitoringSchool]),
    };

    /// <summary>What taking part in a program gives, in that program alone.</summary>
    public static readonly IReadOnlySet<Permission> OfParticipant =
        Set([ProgramRead, ProgramConsent, ProgramEvaluate, RoadmapProgress, MeetingWrite, MeetingNotes, AuditRead, RiskRead,
            ProgramPlan, ProgramSign, ProgramPace, ProgramComment, MeetingConfirm, FileStore, ImpactRead, ImpactTake]);

    /// <summary>What working at an organization gives there, whatever the roles.</summary>
    public static readonly IReadOnlySet<Permission> OfEmployee = Set([PulseAnswer, RoomBook, EventRead, PracticeShare, FileStore, ResourceRead, ResourceUse,
        InitiativeRead, InitiativeWork, OfferUse]);

    /// <summary>What every person has with the rows about themselves, whatever their roles.</summary>
    public static readonly IReadOnlySet<Permission> OfPerson = Set([ProfileOwn, CaseOpen, MatchAnswer, TutoringRead, TutoringWrite, HelpDesk, DiagnosisOwn,
        DiagnosisRead, RouteOwn, .. OverPupilResults]);

    /// <summary>What being asked to join a program gives, until it is answered: to read what is proposed, and to sign or decline it.</summary>
    public static readonly IReadOnlySet<Permission> OfInvited = Set([ProgramRead, ProgramSign]);

    static HashSet<Permission> Set(Permission[] permissions) => [.. permissions];
}
