using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Says how the school sees its environment at the begin or the end of a school year, or corrects it: what was said before stays.</summary>
public static class SaveSchoolImpact
{
    /// <summary>The last month of lessons, in which the end of a year is looked at first.</summary>
    const int EndsIn = 5;

    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPut("/impact/school", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.SchoolYear, body.Moment, body.Version, body.Answers), ct)))
            .WithDescription("The begin from 1 September on, the end from 1 May.")
            .Operation(nameof(SaveSchoolImpact), Permission.ImpactManage);

    /// <param name="SchoolYear">The calendar year in which it begins.</param>
    /// <param name="Version">0 where nothing was said yet.</param>
    /// <param name="Answers">All of them, by the item's code: 1 to 5.</param>
    public sealed record Body(int SchoolYear, ImpactMoment Moment, int Version, IReadOnlyDictionary<string, int> Answers);

    public sealed record Command(Guid OrganizationId, int SchoolYear, ImpactMoment Moment, int Version, IReadOnlyDictionary<string, int> Answers)
        : ICommand<Result>;

    public sealed record Result(int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SchoolYear).InclusiveBetween(2015, 2100);
            RuleFor(c => c.Moment).IsInEnum();
            RuleFor(c => c.Answers).Must(answers => answers.Count <= 200);
        }
    }

    public static DateOnly OpensOn(int year, ImpactMoment moment) => moment == ImpactMoment.Before ? new(year, 9, 1) : new(year + 1, EndsIn, 1);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var (today, opens) = (place.Today(time), OpensOn(command.SchoolYear, command.Moment));
            if (today < opens) throw new RuleViolation("impact.not-open", ("day", opens));
            var args = new { command.OrganizationId, place.RegionCode, command.SchoolYear, Moment = command.Moment.ToString() };
            var edition = (await db.List<int>(EditionSql, args, ct)).FirstOrDefault();
            var editions = await ImpactInstrument.Editions(ImpactSubject.School, db, ct);
            var (number, instrument) = editions.FirstOrDefault(one => one.Edition == edition) is { Content: not null } own ? own : editions[^1];
            instrument.Demand(command.Answers, whole: true);
            var versions = await db.List<int>(Save, new
            {
                args.OrganizationId, args.RegionCode, args.SchoolYear, args.Moment, number, Answers = ImpactRow.Text(command.Answers),
                Scores = ImpactRow.Text(instrument.Score(command.Answers)), today, caller.Name, Now = time.GetUtcNow().UtcDateTime, command.Version,
            }, ct);
            if (versions is not [var version] || version != command.Version + 1) throw new Stale(await db.One<int>(Current, args, ct));
            audit.About(place.OrganizationId, place.RegionCode, place.OrganizationId, new SchoolImpactSaid(command.SchoolYear, command.Moment));
            return new(version);
        }
    }

    const string Own = "from school_impact where organization_id = @OrganizationId and school_year = @SchoolYear and moment = @Moment";

    const string EditionSql = $"select edition {Own}";

    const string Current = $"select version {Own}";

    const string Save = """
        insert into school_impact (region_code, organization_id, school_year, moment, edition, answers, scores, taken_on, said_by_name)
        values (@RegionCode, @OrganizationId, @SchoolYear, @Moment, @number, @Answers::jsonb, @Scores::jsonb, @today, @Name)
        on conflict (region_code, organization_id, school_year, moment) do update
           set answers = excluded.answers, scores = excluded.scores, said_by_name = excluded.said_by_name, version = school_impact.version + 1,
               past = school_impact.past || jsonb_build_array(jsonb_build_object(
                   'at', @Now::timestamptz, 'by', school_impact.said_by_name, 'answers', school_impact.answers))
         where school_impact.version = @Version
        returning version
        """;
}
