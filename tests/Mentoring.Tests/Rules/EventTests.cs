using System.Collections;
using System.Reflection;
using System.Text.Json;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.School.Delegations;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Rules;

public sealed class EventTests
{
    static readonly Guid One = Guid.Parse("019ab000-0000-7000-8000-000000000001");

    /// <summary>Trails are kept and chained: an event of one name is written for ever as it was first.</summary>
    static readonly Dictionary<string, string[]> FirstWritten = File.ReadLines(Repository.At("tests", "Mentoring.Tests", "Fixtures", "event-fields.txt"))
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..]);

    [Test]
    public void An_event_has_the_fields_in_the_trail_that_it_had_before_it_had_a_name() => Assert.Multiple(() =>
    {
        foreach (var (name, fields) in FirstWritten) Assert.That(EventJson.FieldsOf(name), Is.EqualTo(fields), name);
    });

    [Test]
    public void A_later_event_is_spelled_as_all_JSON_is()
    {
        var marked = EventJson.All.Where(type => !FirstWritten.ContainsKey(type.Name)).SelectMany(Fields)
            .Where(field => field.IsDefined(typeof(CapitalAttribute)) || field.IsDefined(typeof(NumberAttribute)));
        Assert.That(marked, Is.Empty);
    }

    static readonly TestCaseData[] Written =
    [
        new(new ConsentDecided(ConsentStatus.Refused, 2, "ab12", "Password"),
            """{"status":"Refused","TermsVersion":2,"TermsHash":"ab12","identifiedBy":"Password"}"""),
        new(new OrganizationEndKnown(default, new(2026, 7, 1), default, [One]),
            $$"""{"How":0,"On":"2026-07-01","Staff":0,"successors":["{{One}}"]}"""),
        new(new OrganizationEndSettled(new(One, true, null, 3, 1, 2, 0, 4, 0, 5, 6, 7), new(2026, 7, 1)),
            $$"""
            {"settled":{"Id":"{{One}}","released":true,"heir":null,"people":3,"carried":1,"ended":2,"requests":0,"roles":4,"imports":0,
            "contractsCarried":5,"contracts":6,"delegations":7},"On":"2026-07-01"}
            """.ReplaceLineEndings("")),
        new(new RegisterKindsAnswered(One, [new("лицей", "School")]), $$"""{"import":"{{One}}","answers":[{"Key":"лицей","Kind":"School"}]}"""),
        new(new AssignmentProposed(One, Role.Psychologist), $$"""{"AccountId":"{{One}}","role":"Psychologist","proposed":true}"""),
        new(new PlanProposalLeft(), """{"withdrawn":"Proposal"}"""),
        new(new ProgramSubmitted(1, "ab12"), """{"termsVersion":1,"termsHash":"ab12"}"""),
        new(new ProgramCalledOff(), "{}"),
    ];

    [TestCaseSource(nameof(Written))]
    public void An_event_is_written_and_read_as_the_trail_has_it(IEvent what, string json)
    {
        var written = EventJson.Write(what);
        Assert.That(JsonElement.DeepEquals(written, JsonElement.Parse(json)), Is.True, written.GetRawText());
        Assert.That(EventJson.Write(EventJson.Read(EventJson.NameOf(what), written)).GetRawText(), Is.EqualTo(written.GetRawText()));
    }

    [Test]
    public void An_event_holds_codes_numbers_ids_and_days_and_never_personal_data()
    {
        Assert.That(EventJson.All, Is.Not.Empty);
        Assert.That(EventJson.All.SelectMany(Fields).Where(field => !IsPlain(field)).Select(field => $"{field.Member.DeclaringType!.Name}.{field.Name}"),
            Is.Empty);
    }

    [TestCase(typeof(Named), false)]
    [TestCase(typeof(Coded), true)]
    [TestCase(typeof(Listed), false)]
    [TestCase(typeof(Kept), false)]
    public void A_name_would_be_seen(Type record, bool isPlain) => Assert.That(Fields(record).All(IsPlain), Is.EqualTo(isPlain));

    sealed record Named(string FamilyName);

    sealed record Coded([Code] string KindCode);

    sealed record Listed(IReadOnlyList<string> Names);

    sealed record Kept(Dictionary<string, Guid> People);

    [Test]
    public void Every_event_happens_somewhere()
    {
        var source = string.Concat(Repository.Files("api", ".cs").Select(File.ReadAllText));
        Assert.That(EventJson.All.Where(type => !source.Contains($"new {type.Name}(", StringComparison.Ordinal)).Select(type => type.Name), Is.Empty);
    }

    static readonly TestCaseData[] Earlier =
    [
        new("DecideConsent", """{"status":"Given","TermsVersion":1,"TermsHash":"ab12","identifiedBy":"Password"}""", nameof(ConsentDecided)),
        new("PauseProgram", "{}", "ProgramHalted"),
        new("GrantRole", $$"""{"AccountId":"{{One}}","role":"Curator","TerritoryCode":null}""", nameof(AssignmentGranted)),
        new("GrantRole", $$"""{"AccountId":"{{One}}","role":"Psychologist","proposed":true}""", nameof(AssignmentProposed)),
        new("AcceptDelegation", $$"""{"step":"Accept","component":"Events","TakerId":"{{One}}"}""", nameof(GivenDelegationMoved)),
        new("AcceptDelegation", $$"""{"step":"Accept","component":"Events","OrganizationId":"{{One}}"}""", nameof(TakenDelegationMoved)),
        new("SettleOrganization", $$"""{"step":"Withdraw","component":"Events","OrganizationId":"{{One}}"}""", nameof(TakenDelegationSettled)),
        new("SettleOrganization", """{"settled":{},"On":"2026-07-01"}""", nameof(OrganizationEndSettled)),
        new("SettleOrganization", """{"ended":"Active","on":"2026-07-01"}""", nameof(ProgramClosed)),
        new("FollowDepartures", """{"left":"Mentor","leftOn":"2026-07-01"}""", nameof(PlaceLeft)),
        new("FollowDepartures", """{"dropped":"CouncilTask"}""", "CouncilTaskLeft"),
        new("FollowDepartures", """{"departed":"Employment","leftOn":"2026-07-01"}""", null),
        new("RemindOfDays", """{"due":"StepOverdue"}""", "NextStepLapsed"),
        new("RemindMeetings", "{}", "MeetingNears"),
        new("CreateProgram", """{"participants":2,"activities":2}""", null),
    ];

    [TestCaseSource(nameof(Earlier))]
    public void A_message_from_before_events_had_names_is_understood(string operation, string detail, string? name) =>
        Assert.That(EarlierMessages.NameOf(operation, JsonElement.Parse(detail)), Is.EqualTo(name));

    [Test]
    public void A_message_from_before_can_be_of_any_event_of_that_time_that_is_told()
    {
        Assert.That(EarlierMessages.All, Is.SubsetOf(EventJson.All.Select(type => type.Name)));
        var told = NotificationRules.Events.Select(type => type.Name);
        Assert.That(EarlierMessages.All, Is.SubsetOf(told.Append("DelegationSent")));
    }

    static IEnumerable<ParameterInfo> Fields(Type record) => record.GetConstructors().Single().GetParameters()
        .Concat(record.GetNestedTypes().Where(part => part.GetConstructors().Length == 1).SelectMany(Fields));

    static bool IsPlain(ParameterInfo field)
    {
        if (field.IsDefined(typeof(CodeAttribute))) return field.ParameterType == typeof(string) || field.ParameterType == typeof(IReadOnlyList<string>);
        return IsPlain(field.ParameterType) || IsList(field.ParameterType, out var item) && IsPlain(item)
            || field.ParameterType.DeclaringType == field.Member.DeclaringType
            // Answers about a register's kinds of organizations, which are no people.
            || field.ParameterType == typeof(IReadOnlyList<AnswerRegisterKinds.Answer>);
    }

    static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsEnum || plain == typeof(bool) || plain == typeof(int) || plain == typeof(long) || plain == typeof(Guid) || plain == typeof(DateOnly));

    static bool IsList(Type type, out Type item)
    {
        item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : typeof(object);
        return item != typeof(object) && type.IsAssignableTo(typeof(IEnumerable));
    }
}
