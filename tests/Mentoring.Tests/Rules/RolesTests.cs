using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

/// <summary>Who may do what, said once more as a table that a person reads: a change of a role changes a line here.</summary>
public sealed class RolesTests
{
    static readonly (string Name, Func<Permission, bool> May)[] Holders =
    [
        .. Enum.GetValues<Role>().Select(role => (role.ToString(), (Func<Permission, bool>)Roles.Permissions[role].Contains)),
        (nameof(Roles.OfParticipant), Roles.OfParticipant.Contains), (nameof(Roles.OfEmployee), Roles.OfEmployee.Contains),
        (nameof(Roles.OfPerson), Roles.OfPerson.Contains), (nameof(Roles.OfInvited), Roles.OfInvited.Contains),
    ];

    // Columns: Head, Curator, CouncilChair, CouncilMember, Psychologist, UnionRepresentative,
    //          SiteEditor, Mentor, Mentee, MunicipalCoordinator, RegionalCoordinator, RegionalAnalyst,
    //          FederalOperator, FederalAnalyst, SystemAdministrator, IntegratingSystem, CentreHead, Tutor,
    //          Methodologist, Expert; then participant, employee, person, invited.
    const string Table = """
        Public              · · · · · · · · · · · · · · · · · · · · · · · ·
        SignedIn            · · · · · · · · · · · · · · · · · · · · · · · ·
        ReferenceWrite      · · · · · · · · · · · · · · ● · · · · · · · · ·
        OrganizationImport  · · · · · · · · · · ● · ● · ● · · · · · · · · ·
        OrganizationManage  · · · · · · · · · · ● · ● · ● · · · · · · · · ·
        StaffRead           ● ● ● ● ● · · · · · · · · · · ● ● · ● · · · · ·
        StaffWrite          · ● · · · · · · · · · · · · · ● ● · · · · · · ·
        RosterImport        · ● · · · · · · · · · · · · · ● · · · · · · · ·
        PersonMerge         · ● · · · · · · · · ● · · · ● · · · · · · · · ·
        ImportManage        · ● · · · · · · · · ● · ● · ● ● ● · ● · · · · ·
        ProfileOwn          ● ● · · · · · · · · · · · · · · · · · · · · ● ·
        ProfileManage       ● ● · · · · · · · · · · · · · · · · · · · · · ·
        CensusManage        · ● · · · · · · · · · · · · · · · · · · · · · ·
        EntitlementManage   ● ● · · · · · · · · · · · · · · · · · · · · · ·
        ProgramRead         ● ● ● ● · · · · · · · · · · · ● · · · · ● · · ●
        ProgramWrite        · ● · · · · · · · · · · · · · ● · · · · · · · ·
        ProgramPlan         · ● · · · · · · · · · · · · · ● · · · · ● · · ·
        ProgramSign         · · · · · · · · · · · · · · · · · · · · ● · · ●
        ProgramPace         · · · · · · · · · · · · · · · · · · · · ● · · ·
        ProgramComment      ● ● ● ● · · · · · · · · · · · · · · · · ● · · ·
        TemplateWrite       · ● ● ● · · · · · · · · · · · · · · · · · · · ·
        MeetingConfirm      · · · · · · · · · · · · · · · · · · · · ● · · ·
        ProgramConsent      · · · · · · · · · · · · · · · · · · · · ● · · ·
        ConsentSettle       ● ● ● ● · · · · · · · · · · · · · · · · · · · ·
        ProgramCouncil      · · ● ● · · · · · · · · · · · · · · · · · · · ·
        ProgramHead         ● · · · · · · · · · · · · · · · · · · · · · · ·
        ProgramManage       ● ● · · · · · · · · · · · · · ● · · · · · · · ·
        ProgramEvaluate     · · · · · · · · · · · · · · · · · · · · ● · · ·
        RoadmapProgress     · ● · · · · · · · · · · · · · ● · · · · ● · · ·
        MeetingWrite        · ● · · · · · · · · · · · · · ● · · · · ● · · ·
        MeetingNotes        · · · · · · · · · · · · · · · · · · · · ● · · ·
        AuditRead           ● ● ● · · · · · · · · · · · · · ● · · · ● · · ·
        AuditVerify         · · · · · · · · · · · · · · ● · · · · · · · · ·
        MatchManage         · ● ● ● · · · · · · · · · · · · · · · · · · · ·
        MatchAnswer         · · · · · · · · · · · · · · · · · · · · · · ● ·
        MatchRegion         · · · · · · · · · · ● · · · · · · · · · · · · ·
        OfferUse            ● ● · · · · · · · · · · · · · · · · · · · ● · ·
        OfferDecide         ● ● · · · · · · · · · · · · · · · · · · · · · ·
        DelegationRead      ● ● · · · · · · · · · · · · · · ● · · · · · · ·
        DelegationManage    ● · · · · · · · · · · · · · · · ● · · · · · · ·
        MonitoringSchool    ● ● ● ● ● ● ● · · ● ● ● ● ● ● ● · · · · · · · ·
        MonitoringTerritory · · · · · · · · · ● ● ● ● ● ● ● · · · · · · · ·
        DeficitRead         · · · · · · · · · ● ● ● ● ● · · ● · ● · · · · ·
        AccountManage       ● · · · · · · · · · · · · · ● · ● · · · · · · ·
        AccountHandOver     ● ● ● · · · · · · · · · · · ● · ● · ● · · · · ·
        ActRead             ● ● ● ● ● ● · ● ● · · · · · · · · · · · · · · ·
        ActWrite            ● ● · · · · · · · · · · · · · · · · · · · · · ·
        ActApprove          ● · · · · · · · · · · · · · · · · · · · · · · ·
        ActCosign           · · · · · ● · · · · · · · · · · · · · · · · · ·
        ActPropose          · · ● ● · ● · · · · · · · · · · · · · · · · · ·
        SetupRead           ● ● ● ● · ● · · · · · · · · · · · · · · · · · ·
        SetupWrite          ● ● · · · · · · · · · · · · · · · · · · · · · ·
        OperationsWatch     · · · · · · · · · · · · · · ● · · · · · · · · ·
        SiteWrite           ● ● · · · · ● · · · · · · · · · · · · · · · · ·
        PsychologyWork      · · · · ● · · · · · · · · · · · · · · · · · · ·
        PulseAnswer         · · · · · · · · · · · · · · · · · · · · · ● · ·
        ConditionsRead      ● ● · · ● · · · · · · · · · · · · · · · · · · ·
        ConditionsWrite     ● ● · · · · · · · · · · · · · · · · · · · · · ·
        RoomBook            · · · · · · · · · · · · · · · · · · · · · ● · ·
        RiskRead            ● ● · · · · · · · · · · · · · · · · · · ● · · ·
        RiskManage          ● ● · · · · · · · · · · · · · · · · · · · · · ·
        PartnerManage       ● ● · · · · · · · · · · · · · · ● · · · · · · ·
        EventRead           ● ● · · · · ● · · · · · · · · · · · · · · ● · ·
        EventManage         ● ● · · · · · · · · · · · · · · · · · · · · · ·
        CouncilRead         ● ● ● ● · · · · · · · · · · · · · · · · · · · ·
        CouncilWork         · · ● ● · · · · · · · · · · · · · · · · · · · ·
        CouncilLead         · · ● · · · · · · · · · · · · · · · · · · · · ·
        CouncilManage       ● ● ● · · · · · · · · · · · · · · · · · · · · ·
        IncentivePropose    · ● ● ● · · · · · · · · · · · · · · · · · · · ·
        IncentiveDecide     ● · · · · · · · · · · · · · · · · · · · · · · ·
        PracticeShare       · · · · · · · · · · · · · · · · · · · · · ● · ·
        PracticeReview      · · ● ● · · · · · · · · · · · · · · · · · · · ·
        PracticeManage      · ● ● · · · · · · · · · · · · · · · · · · · · ·
        CaseOpen            · · ● · · · · · · · · · · · · · · · · · · · ● ·
        CaseArbitrate       · · ● · · · · · · · · · · · · · · · · · · · · ·
        FileStore           ● ● · · · · · · · · · · · · · ● ● · · · ● ● · ·
        StorageRead         ● ● · · · · · · · · · · · · · · ● · · · · · · ·
        StorageManage       · · · · · · · · · · · · · · ● · · · · · · · · ·
        RoleConfirm         · · · · · · · · · ● ● · · · ● · · · · · · · · ·
        SupportRead         ● ● · · · · · · · ● ● ● ● ● ● · ● ● ● ● · · · ·
        SupportManage       · · · · · · · · · · ● · · · · · ● · · · · · · ·
        BodyManage          · · · · · · · · · · ● · ● · ● · · · · · · · · ·
        ResourceRead        · · · · · · · · · ● ● ● ● ● · · ● ● ● ● · ● · ·
        ResourceUse         · · · · · · · · · · · · · · · · · · · · · ● · ·
        ResourceManage      · · · · · · · · · · · · · · · · ● · ● · · · · ·
        TutorManage         · · · · · · · · · · · · · · · · ● · · · · · · ·
        TutoringRead        ● ● · · · · · · · · · · · · · · ● · · · · · ● ·
        TutoringWrite       ● ● · · · · · · · · · · · · · · · · · · · · ● ·
        HelpDesk            ● ● · · · · · · · · · · · · · · ● ● ● ● · · ● ·
        HelpAnswer          · · · · · · · · · · · · · · · · ● ● ● ● · · · ·
        HelpLead            · · · · · · · · · · · · · · · · ● · · · · · · ·
        DiagnosisOwn        · · · · · · · · · · · · · · · · · · · · · · ● ·
        DiagnosisRead       ● ● · · · · · · · · · · · · · · ● ● ● ● · · ● ·
        DiagnosisImport     · · · · · · · · · · · · · · · · ● · ● · · · · ·
        InstrumentManage    · · · · · · · · · · ● · ● · · · ● · ● · · · · ·
        RouteOwn            · · · · · · · · · · · · · · · · · · · · · · ● ·
        RouteWatch          ● ● · · · · · · · · · · · · · · · · · · · · · ·
        InitiativeRead      · · · · · · · · · ● ● ● ● ● · · ● ● ● ● · ● · ·
        InitiativeWork      · · · · · · · · · · · · · · · · · · · · · ● · ·
        SchoolTaskSet       · · · · · · · · · ● ● · · · · · ● · ● · · · · ·
        SchoolTaskReport    ● ● · · · · · · · · · · · · · · · · · · · · · ·
        PupilResultRead     ● ● · · · · · · · · · · · · · · · · · · · · ● ·
        PupilResultWrite    ● ● · · · · · · · · · · · · · · · · · · · · ● ·
        PupilResultImport   · ● · · · · · · · · · · · · · ● · · · · · · · ·
        ImpactRead          ● ● · · · · · · · · · · · · · · · · · · ● · · ·
        ImpactTake          · · · · · · · · · · · · · · · · · · · · ● · · ·
        ImpactManage        ● ● · · · · · · · · · · · · · · · · · · · · · ·
        """;

    [Test]
    public void Every_role_may_what_the_table_says_and_nothing_else()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(cells => cells[0], cells => cells[1..]);
        Assert.That(lines.Keys, Is.EquivalentTo(Enum.GetNames<Permission>()));
        Assert.Multiple(() =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                for (var column = 0; column < Holders.Length; column++)
                    Assert.That(Holders[column].May(permission), Is.EqualTo(lines[permission.ToString()][column] == "●"),
                        $"{Holders[column].Name} {permission}");
        });
    }
}
