using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Who at a school has measured and who is due: that it was filled in, never what was answered.</summary>
public static class ListImpactTakings
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/impact/takings", async (Guid organizationId, [AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, filter), ct)))
            .Operation(nameof(ListImpactTakings), Permission.ImpactRead);

    /// <summary>Open and not sent; of them those whose day is over; sent; all that has opened.</summary>
    public enum TakingState { Due, Overdue, Sent, All }

    /// <param name="State">`Due` when absent.</param>
    /// <param name="Search">A part of the name.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter(TakingState? State, ParticipantRole? Role, ImpactMoment? Moment, string? Search, string? Cursor, int? Size);

    public sealed record Query(Guid OrganizationId, Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid ProgramId { get; init; }
        public required string ProgramTitle { get; init; }
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public required ParticipantRole Role { get; init; }
        public required ImpactMoment Moment { get; init; }
        public required DateOnly DueOn { get; init; }

        /// <summary>The day is over and it was not sent.</summary>
        public required bool Overdue { get; init; }

        /// <summary>When it was sent last; null while it is not.</summary>
        public required DateOnly? TakenOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.State).IsInEnum().OverridePropertyName("state");
            RuleFor(q => q.Filter.Role).IsInEnum().OverridePropertyName("role");
            RuleFor(q => q.Filter.Moment).IsInEnum().OverridePropertyName("moment");
        }
    }

    sealed record Key(DateOnly DueOn, Guid Program, Guid Person, ImpactMoment Moment);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var filter = query.Filter;
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, nameof(ListImpactTakings));
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                query.OrganizationId, caller.Scope.Person, Today = place.Today(time), State = (filter.State ?? TakingState.Due).ToString(),
                Role = filter.Role?.ToString(), Moment = filter.Moment?.ToString(), Pattern = Like.Containing(filter.Search), AfterDue = after?.DueOn,
                AfterProgram = after?.Program, AfterPerson = after?.Person, AfterMoment = after?.Moment.ToString(), Limit = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.DueOn, item.ProgramId, item.PersonId, item.Moment));
        }
    }

    const string Sql = $"""
        select p.id program_id, p.title program_title, i.person_id, i.person_name, i.role, w.moment, w.due_on,
               m.status is distinct from 'Sent' and w.due_on < @Today overdue, case when m.status = 'Sent' then m.taken_on end taken_on
          {ImpactTaking.From}
         where p.organization_id = @OrganizationId and i.left_on is null and w.opens_on <= @Today
           and case @State when 'Due' then m.status is distinct from 'Sent' and w.closes_on >= @Today
                           when 'Overdue' then m.status is distinct from 'Sent' and w.closes_on >= @Today and w.due_on < @Today
                           when 'Sent' then m.status = 'Sent' else true end
           and (@Role::text is null or i.role = @Role) and (@Moment::text is null or w.moment = @Moment)
           and (@Pattern::text is null or i.person_name ilike @Pattern)
           and (@AfterProgram::uuid is null or w.due_on < @AfterDue::date
                or (w.due_on = @AfterDue::date and (p.id, i.person_id, w.moment) > (@AfterProgram, @AfterPerson::uuid, @AfterMoment::text)))
         order by w.due_on desc, p.id, i.person_id, w.moment
         limit @Limit
        """;
}
