using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Who accompanies whom: of a body, whatever its tutors do; of a school, who tutors its teachers and from when.</summary>
public static class ListTutoring
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutoring", async (Guid organizationId, [AsParameters] Filter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .WithDescription("What waits comes first, then what is at work, then what is over; the latest change first.")
            .Operation(nameof(ListTutoring), Permission.TutoringRead);

    /// <param name="Status">All when absent.</param>
    /// <param name="Tutor">The tutor as a person.</param>
    /// <param name="Overdue">True: offers alone that should have been answered by today.</param>
    /// <param name="Search">A part of the teacher's, the tutor's or the school's name.</param>
    public sealed record Filter(TutoringStatus? Status = null, Guid? Tutor = null, bool? Overdue = null, string? Search = null);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, Filter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <summary>One assignment.</summary>
    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required TutoringStatus Status { get; init; }
        public required Guid OrganizationId { get; init; }

        /// <summary>The teacher's school.</summary>
        public required string OrganizationName { get; init; }
        public required string BodyName { get; init; }
        /// <summary>The teacher as a person.</summary>
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        /// <summary>The tutor as a person.</summary>
        public required Guid? TutorId { get; init; }

        /// <summary>Null while none is named.</summary>
        public required string? TutorName { get; init; }

        /// <summary>Codes of the dictionary `competence-area` in which the teacher asked for help.</summary>
        public required string[] Areas { get; init; } = [];
        public required string? Note { get; init; }
        public required DateOnly? StartsOn { get; init; }

        /// <summary>The first day on which it is over.</summary>
        public required DateOnly? EndsOn { get; init; }

        /// <summary>The day by which the teacher should answer.</summary>
        public required DateOnly? AnswerBy { get; init; }
        /// <summary>That day is over.</summary>
        public required bool Overdue { get; init; }

        /// <summary>When the last step was taken.</summary>
        public required DateTime ChangedAt { get; init; }

        /// <summary>Why it was declined, withdrawn, handed over or ended.</summary>
        public required string? Reason { get; init; }

        /// <summary>What the caller may do as whoever runs the body's tutors.</summary>
        public required IReadOnlyList<TutoringStep> Steps { get; init; } = [];
        public required int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Status).IsInEnum().OverridePropertyName("status");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(int Turn, DateTime ChangedAt, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var (filter, size, after) = (query.Filter, query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListTutoring)));
            var rows = await db.List<Item>(Sql, new
            {
                Place = query.OrganizationId, Today = place.Today(time), Status = filter.Status?.ToString(), filter.Tutor, Overdue = filter.Overdue == true,
                Pattern = Like.Containing(filter.Search), after?.Turn, after?.ChangedAt, after?.Id, Take = size + 1,
            }, ct);
            var manages = caller.May(Permission.TutorManage, query.OrganizationId);
            var page = cursors.Page(rows, size, nameof(ListTutoring), row => new After(TurnOf(row.Status), row.ChangedAt, row.Id));
            return page with { Items = [.. page.Items.Select(item => item with { Steps = manages ? TutoringLife.OfCentre(item.Status) : [] })] };
        }

        static int TurnOf(TutoringStatus status) => status switch
        {
            TutoringStatus.Requested => 0,
            TutoringStatus.Proposed => 1,
            TutoringStatus.Active => 2,
            _ => 3,
        };
    }

    const string Turn = "case a.status when 'Requested' then 0 when 'Proposed' then 1 when 'Active' then 2 else 3 end";

    const string Sql = $"""
        select a.id, a.status, a.organization_id, o.name_short organization_name, b.name_short body_name, a.person_id, a.person_name,
               a.tutor_id, a.tutor_name, a.areas, a.note, a.starts_on, a.ends_on, a.answer_by,
               a.status = 'Proposed' and a.answer_by < @Today overdue, a.changed_at, a.reason, a.version
          from tutor_assignment a join organization o on o.id = a.organization_id join organization b on b.id = a.body_id
         where (a.organization_id = @Place or a.body_id = @Place)
           and (@Status::text is null or a.status = @Status) and (@Tutor::uuid is null or a.tutor_id = @Tutor)
           and (not @Overdue or (a.status = 'Proposed' and a.answer_by < @Today))
           and (@Pattern::text is null or a.person_name ilike @Pattern or a.tutor_name ilike @Pattern or o.name_short ilike @Pattern)
           and (@Id::uuid is null or {Turn} > @Turn or ({Turn} = @Turn and (a.changed_at, a.id) < (@ChangedAt, @Id)))
         order by {Turn}, a.changed_at desc, a.id desc
         limit @Take
        """;
}
