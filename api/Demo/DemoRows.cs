using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>All rows of the demo country, in the order in which they refer to each other.</summary>
sealed class DemoRows
{
    /// <summary>A municipality that the shipped files do not name.</summary>
    public sealed record Territory(string Code, string ParentCode, string Level, string NameRu, string NameEn);

    public sealed record Organization(
        Guid Id, string RegionCode, string TerritoryCode, string Kind, string Sector, string NameFull, string NameShort, string Ogrn, string Inn, string Kpp,
        string Address, string Email, string Website, DateOnly OpenedOn, string SourceId);

    public sealed record Person(Guid Id, string FamilyName, string GivenName, string Patronymic, DateOnly BirthDate, string? Email, Guid[] OrganizationIds);

    public sealed record PersonSource(Guid OrganizationId, string RegionCode, string SourceId, Guid PersonId);

    public sealed record Employment(
        Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, string PositionCode, bool IsTeaching, bool IsMain, string? Qualification,
        DateOnly StartedOn, DateOnly? EndedOn);

    public sealed record Need(Guid OrganizationId, string RegionCode, Guid PersonId, int SchoolYear, string Category, string Note, DateOnly NotedOn);

    public sealed record Program(
        Guid Id, Guid OrganizationId, string RegionCode, string Title, string FormCode, string KindCode, string PurposeCode, string Status,
        DateOnly StartsOn, DateOnly EndsOn, string Content, long? PayKopecks, int TermsVersion, int Version, DateTime CreatedAt, string CreatedBy,
        DateTime? SubmittedAt, DateTime? ApprovedAt, DateTime? ActivatedAt, DateTime? FinishedAt, string? FinishReason, DateTime UpdatedAt);

    public sealed record Participant(
        Guid ProgramId, Guid OrganizationId, string RegionCode, Guid PersonId, string PersonName, Guid EmployerId, string Role, DateOnly JoinedOn,
            DateOnly? LeftOn);

    public sealed record ProgramGoal(
        Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode, int Position, string AreaCode, string Difficulty, string Goal,
        string Measure, decimal MeasureBefore, decimal MeasureTarget, decimal? MeasureAfter);

    public sealed record RoadmapActivity(
        string RegionCode, Guid Id, Guid ProgramId, Guid OrganizationId, int Position, string Activity, DateOnly DueOn, string Responsible,
            string ExpectedResult,
        DateOnly? DoneOn, string? Result, int Version);

    public sealed record Consent(
        Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode, Guid PersonId, string Status, int TermsVersion, string TermsHash, JsonText Terms,
        DateTime RequestedAt, DateTime? DecidedAt, string? Reason);

    public sealed record Approval(
        Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode, string Stage, string Decision, string Comment, DateTime DecidedAt, string DecidedBy,
        string DecidedByName, int ProgramVersion);

    public sealed record Evaluation(
        Guid ProgramId, Guid OrganizationId, string RegionCode, Guid PersonId, string Role, int GoalsReached, int Usefulness, int Atmosphere, string Summary,
            DateTime EvaluatedAt);

    public sealed record Meeting(
        string RegionCode, Guid Id, Guid ProgramId, Guid OrganizationId, string Status, string Mode, DateTime StartsAt, int DurationMinutes, string Topic,
        string? Place, string? Summary, string? CancelReason, string CreatedBy, DateTime CreatedAt);

    public sealed record Note(string RegionCode, Guid Id, Guid MeetingId, Guid ProgramId, Guid OrganizationId, Guid AuthorId, string Text, DateTime WrittenAt);

    public sealed record Account(
        Guid Id, string UserName, string NormalizedUserName, string Email, string NormalizedEmail, bool EmailConfirmed, string PasswordHash,
            string SecurityStamp,
        Guid? PersonId, string DisplayName);

    public sealed record Assignment(
        Guid Id, Guid? AccountId, string? ClientId, string Role, Guid? OrganizationId, string? RegionCode, string? TerritoryCode,
        DateOnly StartedOn, string Basis, string GrantedBy, string? ConfirmedBy);

    public List<Territory> Territories { get; } = [];
    public List<Organization> Organizations { get; } = [];
    public List<Person> People { get; } = [];
    public List<PersonSource> Sources { get; } = [];
    public List<Employment> Employments { get; } = [];
    public List<Need> Needs { get; } = [];
    public List<Program> Programs { get; } = [];
    public List<Participant> Participants { get; } = [];
    public List<ProgramGoal> Goals { get; } = [];
    public List<RoadmapActivity> Activities { get; } = [];
    public List<Consent> Consents { get; } = [];
    public List<Approval> Approvals { get; } = [];
    public List<Evaluation> Evaluations { get; } = [];
    public List<Meeting> Meetings { get; } = [];
    public List<Note> Notes { get; } = [];
    public List<Account> Accounts { get; } = [];
    public List<Assignment> Assignments { get; } = [];

    public void CopyTo(NpgsqlConnection connection)
    {
        BulkCopy.Write(connection, "territory", Territories);
        connection.Execute(Above);
        BulkCopy.Write(connection, "organization", Organizations);
        BulkCopy.Write(connection, "person", People);
        BulkCopy.Write(connection, "person_source", Sources);
        BulkCopy.Write(connection, "employment", Employments);
        BulkCopy.Write(connection, "mentoring_need", Needs);
        BulkCopy.Write(connection, "program", Programs);
        BulkCopy.Write(connection, "program_participant", Participants);
        BulkCopy.Write(connection, "program_goal", Goals);
        BulkCopy.Write(connection, "roadmap_activity", Activities);
        BulkCopy.Write(connection, "consent", Consents);
        BulkCopy.Write(connection, "program_approval", Approvals);
        BulkCopy.Write(connection, "program_evaluation", Evaluations);
        BulkCopy.Write(connection, "meeting", Meetings);
        BulkCopy.Write(connection, "meeting_note", Notes);
        BulkCopy.Write(connection, "identity.account", Accounts);
        BulkCopy.Write(connection, "role_assignment", Assignments);
    }

    const string Above = """
        insert into territory_tree (ancestor_code, descendant_code, depth)
        select up.ancestor_code, t.code, up.depth + 1 from territory t join territory_tree up on up.descendant_code = t.parent_code
         where not exists (select from territory_tree own where own.descendant_code = t.code)
        union all
        select t.code, t.code, 0 from territory t where not exists (select from territory_tree own where own.descendant_code = t.code)
        """;
}
