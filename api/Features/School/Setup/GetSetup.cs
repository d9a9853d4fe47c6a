using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Where a school stands in setting mentoring up: steps computed from facts, advice, components, settings.</summary>
public static class GetSetup
{
    public static void Map(RouteGroupBuilder setup) =>
        setup.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetSetup), Permission.SetupRead);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Components">Who fills each component of the internal contour, and the bodies of the external one that assist.</param>
    /// <param name="Reviews">Of monitoring, the newest first; at most 12.</param>
    public sealed record Result(
        string OrganizationName, Sector Sector, IReadOnlyList<Step> Steps, Advice Advice, Settings Settings, IReadOnlyList<Component> Components,
            IReadOnlyList<Review> Reviews);

    /// <param name="FederalProjectRu">The federal project that the sector's mentoring belongs to.</param>
    public sealed record Sector(string Code, string? NameRu, string? NameEn, string? FederalProjectRu, string? FederalProjectEn);

    /// <param name="Count">What was counted: people, records or programs of this step; 0 for acts.</param>
    /// <param name="ActId">The act of this step that is furthest, where the step is about one.</param>
    public sealed record Step(SetupStep Code, SetupState State, int Count, Guid? ActId);

    /// <param name="Structure">What fits by numbers; the school chooses.</param>
    public sealed record Advice(MentoringStructure Structure, int Mentors, int Mentees);

    public sealed record Settings
    {
        public required MentoringStructure? Structure { get; init; }
        public required string? StructureReason { get; init; }

        /// <summary>Codes of the dictionary `mentoring-form` that the school uses; empty: all.</summary>
        public required string[] Forms { get; init; }
        public required SetupIncentive[] Incentives { get; init; }
        public required Guid? CoordinatorId { get; init; }
        public required string? CoordinatorName { get; init; }
        public required int? ReviewEveryMonths { get; init; }
        public required DateOnly? NextReviewOn { get; init; }

        /// <summary>Codes of the indicators that a review looks at.</summary>
        public required string[] Indicators { get; init; }

        /// <summary>To be given with the next change; 0 before the first.</summary>
        public required int Version { get; init; }
    }

    /// <param name="Role">A role for the internal contour; null for a body of the external one.</param>
    /// <param name="Names">People who hold the role, or bodies.</param>
    /// <param name="Count">Also where names are not listed: mentors and mentees.</param>
    public sealed record Component(Role? Role, string? OrganizationKind, IReadOnlyList<string> Names, int Count);

    public sealed record Review(Guid Id, DateOnly ReviewedOn, DateOnly DueOn, string Conclusion, string? Decisions, string RecordedByName);

    sealed record SettingsRow
    {
        public MentoringStructure? Structure { get; init; }
        public string? StructureReason { get; init; }
        public string[] Forms { get; init; } = [];
        public string[] Incentives { get; init; } = [];
        public Guid? CoordinatorId { get; init; }
        public string? CoordinatorName { get; init; }
        public int? ReviewEveryMonths { get; init; }
        public DateOnly? NextReviewOn { get; init; }
        public string[] Indicators { get; init; } = [];
        public int Version { get; init; }

        public Settings Settings => new()
        {
            Structure = Structure, StructureReason = StructureReason, Forms = Forms, Incentives = [.. Incentives.Select(Enum.Parse<SetupIncentive>)],
            CoordinatorId = CoordinatorId,
            CoordinatorName = CoordinatorName, ReviewEveryMonths = ReviewEveryMonths, NextReviewOn = NextReviewOn, Indicators = Indicators, Version = Version,
        };
    }

    sealed record School(string OrganizationName, string TimeZone, string SectorCode, string? NameRu, string? NameEn, string? FederalProjectRu,
        string? FederalProjectEn);

    sealed record ActOf(ActKind Kind, ActStatus Status, Guid Id);

    sealed record Holder(Role Role, string Name);

    sealed record Body(string Kind, string Name);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var day = await RegionTime.TodayAt(query.OrganizationId, db, time, ct);
            return await db.Many(SetupSql.Read, new { Id = query.OrganizationId, Today = day, SchoolYear = SchoolYear.Of(day) }, async rows =>
            {
                var school = await rows.ReadSingleOrDefaultAsync<School>() ?? throw new NotFound();
                var settings = (await rows.ReadSingleOrDefaultAsync<SettingsRow>() ?? new()).Settings;
                var acts = (await rows.ReadAsync<ActOf>()).ToDictionary(a => a.Kind);
                var holders = (await rows.ReadAsync<Holder>()).ToList();
                var bodies = (await rows.ReadAsync<Body>()).ToList();
                var reviews = (await rows.ReadAsync<Review>()).ToList();
                int Held(Role role) => holders.Count(h => h.Role == role);
                var facts = await rows.ReadSingleAsync<SetupFacts>() with
                {
                    Structure = settings.Structure,
                    NextReviewOn = settings.NextReviewOn,
                    Acts = acts.ToDictionary(a => a.Key, a => a.Value.Status),
                    Curators = Held(Role.Curator),
                    Chairs = Held(Role.CouncilChair),
                    CouncilMembers = Held(Role.CouncilMember),
                    Psychologists = Held(Role.Psychologist),
                    Unionists = Held(Role.UnionRepresentative),
                };
                var today = RegionTime.Today(school.TimeZone, time);
                return new Result(
                    school.OrganizationName, new(school.SectorCode, school.NameRu, school.NameEn, school.FederalProjectRu, school.FederalProjectEn),
                    [.. Enum.GetValues<SetupStep>()
                        .Select(step => new Step(step, SetupChecklist.State(step, facts, today), Count(step, facts), ActOfStep(step) is { } kind
                            && acts.TryGetValue(kind, out var act) ? act.Id : null))],
                    new(StructureAdvice.For(facts.Mentors, Math.Max(facts.Mentees, facts.Needs)), facts.Mentors, Math.Max(facts.Mentees, facts.Needs)),
                    settings, [.. Internal(holders, facts),
                        .. bodies.GroupBy(b => b.Kind).Select(b => new Component(null, b.Key, [.. b.Select(one => one.Name)], b.Count()))], reviews);
            }, ct);
        }

        static IEnumerable<Component> Internal(List<Holder> holders, SetupFacts facts)
        {
            foreach (var role in (Role[])[Role.Head, Role.Curator, Role.CouncilChair, Role.CouncilMember, Role.Psychologist, Role.UnionRepresentative])
            {
                var names = holders.Where(h => h.Role == role).Select(h => h.Name).Order(StringComparer.Ordinal).ToList();
                yield return new(role, null, names, names.Count);
            }

            yield return new(Role.Mentor, null, [], facts.Mentors);
            yield return new(Role.Mentee, null, [], facts.Mentees);
        }

        static int Count(SetupStep step, SetupFacts facts) => step switch
        {
            SetupStep.Staff => facts.Staff,
            SetupStep.Curator => facts.Curators,
            SetupStep.Council => facts.Chairs + facts.CouncilMembers,
            SetupStep.Psychologist => facts.Psychologists,
            SetupStep.Union => facts.Unionists,
            SetupStep.Need => facts.Needs,
            SetupStep.Mentors => facts.Mentors,
            SetupStep.Provision => facts.Provisions,
            SetupStep.Programs => facts.ProgramsRunning,
            _ => 0,
        };

        static ActKind? ActOfStep(SetupStep step) => step switch
        {
            SetupStep.IntroductionOrder => ActKind.IntroductionOrder,
            SetupStep.Regulation => ActKind.Regulation,
            SetupStep.Roadmap => ActKind.ImplementationRoadmap,
            SetupStep.Curator => ActKind.CuratorOrder,
            SetupStep.Council => ActKind.CouncilOrder,
            SetupStep.Agreement => ActKind.CollectiveAgreement,
            _ => null,
        };
    }
}
