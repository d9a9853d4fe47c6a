using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Gives the psychologist's opinion on a pair, or on a mentor with a group, and keeps what was said before.</summary>
public static class GiveOpinion
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/opinions", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.MentorId, body.Mentees, body.Opinion, body.Ground, body.Methods), ct)))
            .Operation(nameof(GiveOpinion), Permission.PsychologyWork);

    /// <param name="Mentees">1 to 20 people; several are a group.</param>
    /// <param name="Ground">What it rests on, for the psychologist alone; at most 4,000 characters.</param>
    /// <param name="Methods">Codes of the dictionary `psychology-method`, at most 10.</param>
    public sealed record Body(Guid MentorId, IReadOnlyList<Mentee> Mentees, Opinion Opinion, string Ground, IReadOnlyList<string> Methods);

    /// <param name="Version">Of the opinion that the caller saw; 0 where there was none.</param>
    public sealed record Mentee(Guid PersonId, int Version);

    public sealed record Command(
        Guid OrganizationId, Guid MentorId, IReadOnlyList<Mentee> Mentees, Opinion Opinion, string Ground, IReadOnlyList<string> Methods) : ICommand<Result>;

    /// <param name="Opinions">How many pairs have it now.</param>
    public sealed record Result(int Opinions, DateOnly GivenOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Mentees).Must(list => list.Count is >= 1 and <= 20 && list.DistinctBy(m => m.PersonId).Count() == list.Count);
            RuleFor(c => c.Ground).IsText(4000);
            RuleFor(c => c.Methods).AreMethods();
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.Mentees.Any(m => m.PersonId == command.MentorId)) throw new BadInput("psychology.one-person");
            var people = command.Mentees.Select(m => m.PersonId).Append(command.MentorId).ToArray();
            if (await db.One<int>("select count(*)::int from person where id = any(@people)", new { people }, ct) != people.Length) throw new NotFound();
            await PsychologyText.Check(PsychologyText.Methods, command.Methods, db, ct);

            var today = place.Today(time);
            foreach (var mentee in command.Mentees) await Give(command, mentee, place, today, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.MentorId, new OpinionGiven(command.Mentees.Count));
            return new(command.Mentees.Count, today);
        }

        async Task Give(Command command, Mentee mentee, Place place, DateOnly today, CancellationToken ct)
        {
            var args = new
            {
                command.OrganizationId, place.RegionCode, command.MentorId, MenteeId = mentee.PersonId, Opinion = command.Opinion.ToString(),
                command.Ground, Methods = command.Methods.ToArray(), Today = today, mentee.Version,
            };
            var now = await db.List<int>(Save, args, ct);
            if (now is not [var version])
                throw new Stale(await db.One<int>("""
                    select version from compatibility_opinion where organization_id = @OrganizationId and mentor_id = @MentorId and mentee_id = @MenteeId
                    """, args, ct));
            if (version != mentee.Version + 1) throw new Stale(version - 1);
            await db.ExecuteOne(Keep, new
            {
                args.OrganizationId, args.RegionCode, args.MentorId, args.MenteeId, Number = version, args.Opinion, args.Ground,
                args.Methods, args.Today
            }, ct);
        }
    }

    const string Save = """
        insert into compatibility_opinion (organization_id, region_code, mentor_id, mentee_id, opinion, given_on)
        values (@OrganizationId, @RegionCode, @MentorId, @MenteeId, @Opinion, @Today)
        on conflict (organization_id, mentor_id, mentee_id, region_code) do update
           set opinion = excluded.opinion, given_on = excluded.given_on, version = compatibility_opinion.version + 1
         where compatibility_opinion.version = @Version
        returning version
        """;

    const string Keep = """
        insert into compatibility_ground (organization_id, region_code, mentor_id, mentee_id, number, opinion, ground, methods, given_on)
        values (@OrganizationId, @RegionCode, @MentorId, @MenteeId, @Number, @Opinion, @Ground, @Methods, @Today)
        """;
}
