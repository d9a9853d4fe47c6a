using System.Reflection;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Features.School.Preparations;
using Mentoring.Api.Features.School.Profiles;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Features.School.Psychology;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

/// <summary>The lives that have no page of their own, row by row; where the step is the status that is wanted, it stands on the left.</summary>
public sealed class LifecyclesTests
{
    const string Consents = """
        step    | Requested  | Given      | Refused | Revoked | Superseded | Contested | Annulled
        Give    | Given      |            |         |         |            |           |
        Refuse  | Refused    |            |         |         |            |           |
        Revoke  |            | Revoked    |         |         |            | Revoked   |
        Contest |            | Contested  |         |         | Contested  |           |
        Uphold  |            |            |         |         |            | Given     |
        Annul   |            |            |         |         |            | Annulled  |
        Lapse   | Superseded | Superseded |         |         |            |           |
        """;

    const string PlanVersions = """
        to         | Proposed  | Current    | Superseded | Declined | Withdrawn
        Proposed   |           |            |            |          |
        Current    | Current   |            |            |          |
        Superseded |           | Superseded |            |          |
        Declined   | Declined  |            |            |          |
        Withdrawn  | Withdrawn |            |            |          |
        """;

    const string Pilots = """
        to       | None    | Running  | Adopted | Rejected
        None     |         | None     |         |
        Running  | Running |          |         |
        Adopted  |         | Adopted  |         |
        Rejected |         | Rejected |         |
        """;

    const string Meetings = """
        to        | Planned   | Held | Cancelled | Missed
        Planned   | Planned   |      |           |
        Held      | Held      |      |           |
        Cancelled | Cancelled |      |           |
        Missed    | Missed    |      |           |
        """;

    const string Trainings = """
        to        | Planned   | Held | Cancelled
        Planned   | Planned   |      |
        Held      | Held      |      |
        Cancelled | Cancelled |      |
        """;

    const string Results = """
        to        | Stated    | Confirmed | Declined  | Withdrawn
        Stated    |           | Stated    | Stated    |
        Confirmed | Confirmed |           |           |
        Declined  | Declined  |           |           |
        Withdrawn | Withdrawn |           | Withdrawn |
        """;

    const string Routes = """
        to         | SelfImage | Diagnosis | Roadmap    | InProgress | Reflection | Completed | Closed
        SelfImage  |           |           |            |            |            |           |
        Diagnosis  | Diagnosis |           |            |            |            |           |
        Roadmap    |           | Roadmap   |            |            |            |           |
        InProgress |           |           | InProgress |            | InProgress |           |
        Reflection |           |           |            | Reflection |            |           |
        Completed  |           |           |            |            | Completed  |           |
        Closed     | Closed    | Closed    | Closed     | Closed     | Closed     |           |
        """;

    const string RouteActivities = """
        to         | Planned    | InProgress | Done | CalledOff
        Planned    |            |            |      |
        InProgress | InProgress |            |      |
        Done       |            | Done       |      |
        CalledOff  | CalledOff  | CalledOff  |      |
        """;

    const string Tasks = """
        to      | Open    | Done | Dropped
        Open    |         |      |
        Done    | Done    |      |
        Dropped | Dropped |      |
        """;

    const string Preparing = """
        to        | Preparing | TookPart | Cancelled
        Preparing |           |          |
        TookPart  | TookPart  |          |
        Cancelled | Cancelled |          |
        """;

    const string Imports = """
        step    | Unmatched | Received  | Checking | Checked   | Confirmed | Applying | Applied | Failed | Cancelled
        Match   | Received  |           |          | Received  |           |          |         |        |
        Answer  |           |           |          | Received  |           |          |         |        |
        Check   |           | Checking  |          |           |           |          |         |        |
        Judge   |           |           | Checked  |           |           | Checked  |         |        |
        Confirm |           |           |          | Confirmed |           |          |         |        |
        Apply   |           |           |          |           | Applying  |          |         |        |
        Finish  |           |           |          |           |           | Applied  |         |        |
        Cancel  | Cancelled | Cancelled |          | Cancelled | Cancelled |          |         |        |
        Fail    |           | Failed    | Failed   |           | Failed    | Failed   |         |        |
        """;

    const string Tutorings = """
        step     | Requested | Proposed  | Active     | HandedOver | Ended | Declined | Withdrawn
        Propose  | Proposed  |           |            |            |       |          |
        Accept   |           | Active    |            |            |       |          |
        Decline  | Declined  | Declined  |            |            |       |          |
        Withdraw | Withdrawn | Withdrawn |            |            |       |          |
        HandOver |           |           | HandedOver |            |       |          |
        End      |           |           | Ended      |            |       |          |
        """;

    const string Consultations = """
        to        | Planned   | Held | Cancelled | Missed
        Planned   |           |      |           |
        Held      | Held      |      |           |
        Cancelled | Cancelled |      |           |
        Missed    | Missed    |      |           |
        """;

    const string Questions = """
        step     | Asked     | Taken     | Answered | Reopened  | Closed | Withdrawn
        Take     | Taken     | Taken     |          | Taken     |        |
        Answer   |           | Answered  |          |           |        |
        Close    |           |           | Closed   |           |        |
        Reopen   |           |           | Reopened |           |        |
        Redirect | Asked     | Asked     |          | Asked     |        |
        Withdraw | Withdrawn | Withdrawn |          | Withdrawn |        |
        Escalate | Asked     | Taken     |          | Reopened  |        |
        """;

    const string HelpArticles = """
        to        | Draft     | Published | Withdrawn
        Draft     |           |           | Draft
        Published | Published |           |
        Withdrawn | Withdrawn | Withdrawn |
        """;

    const string Initiatives = """
        step     | Draft  | Open    | Running   | Completed | Closed
        Revise   | Draft  | Open    | Running   |           |
        Open     | Open   |         |           |           |
        Begin    |        | Running |           |           |
        Complete |        |         | Completed |           |
        Close    | Closed | Closed  | Closed    |           |
        Gather   |        | Open    | Running   |           |
        Work     |        | Open    | Running   |           |
        """;

    const string InitiativeMembers = """
        step    | Invited  | Suggested | Asked   | In   | Declined | Refused | Left
        Accept  | In       | Asked     |         |      |          |         |
        Decline | Declined | Declined  |         |      |          |         |
        LetIn   |          |           | In      |      |          |         |
        Refuse  |          |           | Refused |      |          |         |
        Leave   |          |           | Left    | Left |          |         |
        """;

    const string InitiativeTasks = """
        step     | Open    | Taken   | Done | Dropped
        Take     | Taken   |         |      |
        GiveBack |         | Open    |      |
        Finish   |         | Done    |      |
        Drop     | Dropped | Dropped |      |
        """;

    const string SchoolReports = """
        step     | Assigned  | Reported  | Accepted | Returned  | Withdrawn
        Report   | Reported  |           |          | Reported  |
        Accept   |           | Accepted  |          |           |
        Return   |           | Returned  |          |           |
        Withdraw | Withdrawn | Withdrawn |          | Withdrawn |
        """;

    [TestCaseSource(nameof(Cells), new object[] { Initiatives })]
    public void An_initiative(string status, string step, string next) => LifecycleTable.Holds(InitiativeLife.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { InitiativeMembers })]
    public void Somebody_in_an_initiative(string status, string step, string next) => LifecycleTable.Holds(InitiativeLife.Members, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { InitiativeTasks })]
    public void A_task_of_an_initiative(string status, string step, string next) => LifecycleTable.Holds(InitiativeLife.Tasks, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { SchoolReports })]
    public void What_a_school_reports(string status, string step, string next) => LifecycleTable.Holds(InitiativeLife.Reports, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Questions })]
    public void A_question_for_help(string status, string step, string next) => LifecycleTable.Holds(HelpLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { HelpArticles })]
    public void An_article_of_help(string status, string to, string next) => LifecycleTable.Holds(HelpLifecycle.Articles, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Consents })]
    public void A_consent(string status, string step, string next) => LifecycleTable.Holds(ConsentLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { PlanVersions })]
    public void A_version_of_a_plan(string status, string to, string next) => LifecycleTable.Holds(PlanAgreement.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Pilots })]
    public void A_pilot(string status, string to, string next) => LifecycleTable.Holds(SetPilot.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Meetings })]
    public void A_meeting(string status, string to, string next) => LifecycleTable.Holds(MeetingRow.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Trainings })]
    public void A_training(string status, string to, string next) => LifecycleTable.Holds(TrainingRow.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Results })]
    public void A_result(string status, string to, string next) => LifecycleTable.Holds(MentorResultRow.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Routes })]
    public void A_route(string status, string to, string next) => LifecycleTable.Holds(RouteLife.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { RouteActivities })]
    public void An_activity_of_a_route(string status, string to, string next) => LifecycleTable.Holds(RouteLife.Activities, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Tasks })]
    public void A_task_of_the_council(string status, string to, string next) => LifecycleTable.Holds(CouncilLifecycles.Task, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Preparing })]
    public void A_preparation(string status, string to, string next) => LifecycleTable.Holds(Preparations.Moves, status, to, next);

    [TestCaseSource(nameof(Cells), new object[] { Imports })]
    public void An_import(string status, string step, string next) => LifecycleTable.Holds(ImportLifecycle.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Tutorings })]
    public void A_tutor_of_a_teacher(string status, string step, string next) => LifecycleTable.Holds(TutoringLife.Steps, status, step, next);

    [TestCaseSource(nameof(Cells), new object[] { Consultations })]
    public void A_consultation(string status, string to, string next) => LifecycleTable.Holds(ConsultationLife.Moves, status, to, next);

    [Test]
    public void The_tables_hold_every_pair()
    {
        LifecycleTable.IsComplete<TutoringStatus, TutoringStep>(Tutorings);
        LifecycleTable.IsComplete<ConsultationStatus, ConsultationStatus>(Consultations);
        LifecycleTable.IsComplete<HelpStatus, HelpStep>(Questions);
        LifecycleTable.IsComplete<InitiativeStatus, InitiativeStep>(Initiatives);
        LifecycleTable.IsComplete<InitiativeMemberStatus, InitiativeMemberStep>(InitiativeMembers);
        LifecycleTable.IsComplete<InitiativeTaskStatus, InitiativeTaskStep>(InitiativeTasks);
        LifecycleTable.IsComplete<SchoolReportStatus, SchoolReportStep>(SchoolReports);
        LifecycleTable.IsComplete<HelpArticleStatus, HelpArticleStatus>(HelpArticles);
        LifecycleTable.IsComplete<ConsentStatus, ConsentStep>(Consents);
        LifecycleTable.IsComplete<PlanVersionStatus, PlanVersionStatus>(PlanVersions);
        LifecycleTable.IsComplete<Pilot, Pilot>(Pilots);
        LifecycleTable.IsComplete<MeetingStatus, MeetingStatus>(Meetings);
        LifecycleTable.IsComplete<TrainingStatus, TrainingStatus>(Trainings);
        LifecycleTable.IsComplete<MentorResultStatus, MentorResultStatus>(Results);
        LifecycleTable.IsComplete<RouteStatus, RouteStatus>(Routes);
        LifecycleTable.IsComplete<RouteActivityStatus, RouteActivityStatus>(RouteActivities);
        LifecycleTable.IsComplete<CouncilTaskStatus, CouncilTaskStatus>(Tasks);
        LifecycleTable.IsComplete<PreparationStatus, PreparationStatus>(Preparing);
        LifecycleTable.IsComplete<ImportStatus, ImportStep>(Imports);
    }

    /// <summary>Statuses of more than two values that no step leads along.</summary>
    static readonly Dictionary<string, string> Lifeless = new()
    {
        ["CalendarStatus"] = "a word of calendars for a meeting's status",
        ["CosignStatus"] = "follows the steps of its act",
        ["ReportStatus"] = "without a report there is none: it is written, then approved, and stays",
    };

    [Test]
    public void Every_status_of_more_than_two_values_has_a_life_as_data()
    {
        var types = typeof(Lifecycle).Assembly.GetTypes();
        var alive = types.Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Lifecycle<,>))
            .Select(field => field.FieldType.GenericTypeArguments[0].Name).ToHashSet();
        var statuses = types.Where(type => type is { IsEnum: true, IsNested: false } && type.Name.EndsWith("Status", StringComparison.Ordinal)
            && Enum.GetValues(type).Length > 2).Select(type => type.Name).ToList();
        Assert.That(statuses, Has.Count.GreaterThan(20));
        Assert.That(statuses.Except(alive), Is.EquivalentTo(Lifeless.Keys));
    }

    static IEnumerable<TestCaseData> Cells(string table) => LifecycleTable.Cells(table);
}
