using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Asks both sides of each pair whether they want it. All pairs or none: what stands against one of them is told with a pointer to it. A
/// request waits for 14 days; a mentee has at most three at one time.
/// </summary>
public static class SendMatchRequests
{
    const int MostAtOnce = 200;

    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/requests", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Pairs, body.Note), ct)))
            .Operation(nameof(SendMatchRequests), Permission.MatchManage);

    /// <param name="Pairs">1 to 200.</param>
    /// <param name="Note">What both sides read; at most 1000 characters.</param>
    public sealed record Body(IReadOnlyList<Pair> Pairs, string? Note = null);

    /// <param name="GroupId">A seat in this group of the mentor's.</param>
    public sealed record Pair(Guid MenteeId, Guid MentorId, Guid? GroupId = null);

    public sealed record Command(Guid OrganizationId, IReadOnlyList<Pair> Pairs, string? Note) : ICommand<Result>;

    public sealed record Result(IReadOnlyList<Guid> Ids);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Pairs).NotEmpty().Must(pairs => pairs.Count <= MostAtOnce).OverridePropertyName("pairs");
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    sealed record Elsewhere(string Name, Guid OrganizationId, int Points);

    sealed record Asked(string MentorName, Guid MentorOrganizationId, int Points, string[] Areas);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var school = await Place.Of(command.OrganizationId, db, caller, ct);
            var facts = await MatchFacts.OfSchool(db, command.OrganizationId, time, ct);
            var ids = new List<Guid>();
            foreach (var (pair, i) in command.Pairs.Select((pair, i) => (pair, i)))
            {
                var mentee = facts.Mentees.FirstOrDefault(row => row.PersonId == pair.MenteeId)
                    ?? throw new RuleViolation("match.mentee-not-waiting") { Pointer = $"/pairs/{i}/menteeId" };
                var asked = Find(facts, pair, i) ?? await FindElsewhere(command.OrganizationId, pair, i, ct);
                var id = Guid.CreateVersion7(time.GetUtcNow());
                await new NewMatchRequest(id, school, pair.MenteeId, mentee.Name, pair.MentorId, asked.MentorName, asked.MentorOrganizationId)
                {
                    GroupId = pair.GroupId, Points = asked.Points, Areas = asked.Areas, Note = command.Note,
                }.Send($"/pairs/{i}/menteeId", db, caller, audit, time, ct);
                ids.Add(id);
            }

            return new(ids);
        }

        static Asked? Find(MatchFacts facts, Pair pair, int i)
        {
            if (facts.Input.Mentors.FirstOrDefault(h => h.Id == pair.MentorId) is not { } mentor) return null;
            var mentee = facts.Input.Mentees.First(s => s.Id == pair.MenteeId);
            var between = facts.KnownOf(pair.MenteeId, pair.MentorId);
            var group = pair.GroupId is null ? null : facts.Input.Groups.FirstOrDefault(g => g.Id == pair.GroupId && g.MentorId == pair.MentorId)
                ?? throw new BadInput("match.group-unknown") { Pointer = $"/pairs/{i}/groupId" };
            var score = group is null ? MatchScore.Of(mentee, mentor, between) : MatchScore.Of(mentee, mentor, between, group);
            Demand(score.Stop, $"/pairs/{i}/mentorId");
            return new(facts.Mentors.First(h => h.PersonId == pair.MentorId).Name, mentor.OrganizationId, score.Points, facts.Common(mentee, mentor).Areas);
        }

        /// <summary>A curator may know of common ground that the profiles do not tell.</summary>
        static void Demand(Stop? stop, string pointer)
        {
            switch (stop)
            {
                case Stop.SamePerson: throw new RuleViolation("match.one-person") { Pointer = pointer };
                case Stop.Vetoed: throw new RuleViolation("match.vetoed") { Pointer = pointer };
                case Stop.DoesNotFit: throw new RuleViolation("match.does-not-fit") { Pointer = pointer };
                case Stop.Together: throw new RuleViolation("match.together") { Pointer = pointer };
                case Stop.NoPlace: throw new RuleViolation("match.no-place") { Pointer = pointer };
            }
        }

        /// <summary>A mentor of another school is known by the region's proposal alone.</summary>
        async Task<Asked> FindElsewhere(Guid organization, Pair pair, int i, CancellationToken ct)
        {
            var found = await db.Maybe<Elsewhere>(InRegion, new { organization, pair.MentorId, pair.MenteeId }, ct)
                ?? throw new BadInput("match.person-unknown") { Pointer = $"/pairs/{i}/mentorId" };
            return new(found.Name, found.OrganizationId, found.Points, []);
        }
    }

    const string InRegion = """
        select p.mentor_name as name, p.mentor_organization_id organization_id, p.points from match_run_pair p join match_run r on r.id = p.run_id
         where p.organization_id = @organization and p.mentor_id = @MentorId and p.mentee_id = @MenteeId and r.kind = 'Region'
           and not exists (select from match_veto v where v.organization_id = @organization and v.mentor_id = @MentorId and v.mentee_id = @MenteeId
              and v.lifted_at is null)
         order by r.made_at desc limit 1
        """;
}
