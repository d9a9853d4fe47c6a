using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>The school's contracts with partners, the newest first.</summary>
public static class ListPartnerContracts
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapGet("/", async (HttpContext http, [AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListPartnerContracts), Permission.PartnerManage);

    /// <param name="Search">A part of the partner's name, the subject or the number.</param>
    /// <param name="Warned">True: only those in force that end within thirty days or whose term is over.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, string? Search = null, PartnerContractStatus? Status = null, PartnerContractKind? Kind = null,
        bool? Warned = null, string? Cursor = null, int? Size = null) : IQuery<Page<Item>>;

    /// <param name="EndsOn">The first day on which it is no longer in force.</param>
    /// <param name="Outcome">What it gave, or why it was broken off.</param>
    /// <param name="Steps">What can be done with it now.</param>
    public sealed record Item(
        Guid Id, PartnerContractKind Kind, Guid? PartnerOrganizationId, string PartnerName, string Subject, string Number, DateOnly? SignedOn,
            DateOnly StartsOn, DateOnly? EndsOn,
        Guid ResponsibleId, string ResponsibleName, PartnerContractStatus Status, PartnerContractWarning Warning, string? Outcome, string? FileName,
            int Version, IReadOnlyList<PartnerContractStep> Steps);

    sealed record Row(
        Guid Id, PartnerContractKind Kind, Guid? PartnerOrganizationId, string PartnerName, string Subject, string Number, DateOnly? SignedOn,
            DateOnly StartsOn, DateOnly? EndsOn,
        Guid ResponsibleId, string ResponsibleName, PartnerContractStatus Status, string? Outcome, string? FileName, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var today = (await Place.Of(query.Id, db, caller, ct)).Today(time);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListPartnerContracts)}/{query.Id}");
            var rows = await db.List<Row>(Sql, new
            {
                query.Id, Search = Like.Containing(query.Search), Status = query.Status?.ToString(), Kind = query.Kind?.ToString(), query.Warned,
                Soon = today.AddDays(PartnerContractLifecycle.DaysOfWarning), AfterId = cursors.Read<After>(query.Cursor, list)?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows.Select(r => new Item(r.Id, r.Kind, r.PartnerOrganizationId, r.PartnerName, r.Subject, r.Number, r.SignedOn, r.StartsOn,
                r.EndsOn, r.ResponsibleId,
                r.ResponsibleName, r.Status, PartnerContractLifecycle.Warning(r.Status, r.EndsOn, today), r.Outcome, r.FileName, r.Version,
                PartnerContractLifecycle.Life.From(r.Status))).ToList(), size, list, item => new After(item.Id));
        }
    }

    const string Sql = """
        select c.id, c.kind, c.partner_organization_id, c.partner_name, c.subject, c.number, c.signed_on, c.starts_on, c.ends_on, c.responsible_id,
               person_name(p) responsible_name, c.status, c.outcome, c.file_name, c.version
          from partner_contract c join person p on p.id = c.responsible_id
         where c.organization_id = @Id and (@Status::text is null or c.status = @Status) and (@Kind::text is null or c.kind = @Kind)
           and (@Search::text is null or c.partner_name ilike @Search or c.subject ilike @Search or c.number ilike @Search)
           and (@Warned::boolean is null or (c.status = 'InForce' and c.ends_on is not null and c.ends_on <= @Soon) = @Warned)
           and (@AfterId::uuid is null or c.id < @AfterId)
         order by c.id desc limit @Take
        """;
}
