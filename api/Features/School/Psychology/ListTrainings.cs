using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The trainings of a school with those invited, the latest first.</summary>
public static class ListTrainings
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/trainings", async (Guid organizationId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(organizationId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListTrainings), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Outcome">What came of it, or why it was called off.</param>
    public sealed record Item(
        Guid Id, string Title, TrainingTopic Topic, string? About, DateTime StartsAt, int DurationMinutes, string Place, TrainingStatus Status, string? Outcome,
        int Version, IReadOnlyList<Invited> People);

    public sealed record Invited(Guid PersonId, string Name, Attendance Attendance);

    sealed record Row(
        Guid Id, string Title, TrainingTopic Topic, string? About, DateTime StartsAt, int DurationMinutes, string Place, TrainingStatus Status, string? Outcome,
        int Version);

    sealed record PersonRow(Guid TrainingId, Guid PersonId, string Name, Attendance Attendance);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record Key(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            var list = $"{nameof(ListTrainings)}/{query.OrganizationId}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Row>(Trainings, new { query.OrganizationId, After = after?.StartsAt, AfterId = after?.Id, Limit = query.Size + 1 }, ct);
            var people = (await db.List<PersonRow>(People, new { query.OrganizationId, Ids = rows.Select(r => r.Id).ToArray() }, ct)).ToLookup(p =>
                p.TrainingId);
            return cursors.Page(rows.Select(r => new Item(r.Id, r.Title, r.Topic, r.About, r.StartsAt, r.DurationMinutes, r.Place, r.Status, r.Outcome,
                r.Version,
                [.. people[r.Id].Select(p => new Invited(p.PersonId, p.Name, p.Attendance))])).ToList(), query.Size, list,
                    item => new Key(item.StartsAt, item.Id));
        }
    }

    const string Trainings = """
        select id, title, topic, about, starts_at, duration_minutes, place, status, outcome, version from training
         where organization_id = @OrganizationId and (@AfterId::uuid is null or (starts_at, id) < (@After::timestamptz, @AfterId))
         order by starts_at desc, id desc limit @Limit
        """;

    const string People = """
        select s.training_id, s.person_id, person_name(p) name, s.attendance
          from training_place s join person p on p.id = s.person_id
         where s.organization_id = @OrganizationId and s.training_id = any(@Ids) order by name, s.person_id
        """;
}
