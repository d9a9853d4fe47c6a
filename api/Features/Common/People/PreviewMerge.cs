using Dapper;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Both histories side by side, what a merge would do, and what stands against it.</summary>
public static class PreviewMerge
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapGet("/{personId:guid}/merge", async (Guid personId, Guid absorbedId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(personId, absorbedId), ct)))
            .Operation(nameof(PreviewMerge), Permission.PersonMerge);

    /// <param name="Id">The record that stays.</param>
    public sealed record Query(Guid Id, Guid AbsorbedId) : IQuery<Result>;

    /// <param name="Obstacles">None: the two can be merged. With `Unlike`, `OtherSnils` or `OutOfReach` the histories are empty.</param>
    /// <param name="SamePosts">Posts told twice, which become one over the time of both.</param>
    public sealed record Result(
        History Survivor, History Absorbed, IReadOnlyList<LikenessReason> Reasons, IReadOnlyList<MergeObstacle> Obstacles, int SamePosts);

    /// <param name="Version">To be given with the merge.</param>
    /// <param name="Rows">What else names the person, by kind; nothing of what is confidential.</param>
    public sealed record History(
        Guid PersonId, string Name, DateOnly? BirthDate, string? Email, string? Phone, bool HasAccount, int Version,
        IReadOnlyList<ListDuplicates.Post> Posts, IReadOnlyList<Part> Programs, IReadOnlyList<Kind> Rows);

    /// <param name="Title">Absent where the program itself is not open to the caller.</param>
    public sealed record Part(Guid ProgramId, string? Title, string OrganizationName, ParticipantRole Role, DateOnly JoinedOn, DateOnly? LeftOn);

    /// <param name="Code">The product's name of the kind, as `consent` or `mentor_profile`.</param>
    public sealed record Kind(string Code, int Rows);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.AbsorbedId).NotEqual(q => q.Id);
    }

    sealed record Row(Guid Id, string Name, DateOnly? BirthDate, string? Email, string? Phone, bool HasAccount, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (pair, obstacles) = await PersonMerges.Judge(db, caller, query.Id, query.AbsorbedId, time.GetUtcNow(), ct);
            if (obstacles.Any(s_closed.Contains)) return new(Closed(pair.First), Closed(pair.Second), [], obstacles, 0);
            var same = await db.One<int>(SamePosts, query, ct);
            return new(await Read(query.Id, ct), await Read(query.AbsorbedId, ct), PersonMerges.Reasons(pair.First, pair.Second), obstacles, same);
        }

        Task<History> Read(Guid person, CancellationToken ct) => db.Many(Sql, new { Id = person }, async rows =>
        {
            var p = await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var posts = (await rows.ReadAsync<ListDuplicates.Post>()).AsList();
            var parts = (await rows.ReadAsync<Part>()).AsList();
            var kinds = (await rows.ReadAsync<Kind>()).AsList();
            return new History(p.Id, p.Name, p.BirthDate, p.Email, p.Phone, p.HasAccount, p.Version, posts, parts, kinds);
        }, ct);
    }

    /// <summary>Where these stand, the two are not shown: nobody reads about a stranger by asking whether it is somebody else.</summary>
    static readonly MergeObstacle[] s_closed = [MergeObstacle.OutOfReach, MergeObstacle.Unlike, MergeObstacle.OtherSnils];

    static History Closed(PersonKey of) => new(of.Id, "", null, null, null, false, of.Version, [], [], []);

    const string SamePosts = """
        select count(*)::int from employment a
         where a.person_id = @AbsorbedId
           and exists (select from employment s where s.person_id = @Id and s.organization_id = a.organization_id and s.position_code = a.position_code
                          and s.period && a.period)
        """;

    const string Sql = """
        select p.id, person_name(p) as name, p.birth_date, p.email, p.phone,
               exists (select from identity.account a where a.person_id = p.id) has_account, p.version
          from person p where p.id = @Id;
        select e.organization_id, o.name_short organization_name, e.position_code, e.is_main, e.started_on, e.ended_on
          from employment e join organization o on o.id = e.organization_id where e.person_id = @Id order by e.started_on desc, e.id;
        select i.program_id, p.title, o.name_short organization_name, i.role, i.joined_on, i.left_on
          from program_participant i join organization o on o.id = i.organization_id left join program p on p.id = i.program_id
         where i.person_id = @Id order by i.joined_on desc, i.program_id;
        select kind code, rows from person_rows(@Id) order by kind;
        """;
}
