using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>The file of a contract, always as a download.</summary>
public static class GetContractFile
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapGet("/{contractId:guid}/file", async (Guid organizationId, Guid contractId, IMediator mediator, HttpContext http, CancellationToken ct) =>
                (await mediator.Send(new Query(organizationId, contractId), ct)).Download(http))
            .Produces<Stream>(contentType: "application/octet-stream")
            .Operation(nameof(GetContractFile), Permission.PartnerManage);

    public sealed record Query(Guid OrganizationId, Guid Id) : IQuery<Files.Served>;

    public sealed class Handler(Db db, Files files) : IRequestHandler<Query, Files.Served>
    {
        public async Task<Files.Served> Handle(Query query, CancellationToken ct) => await files.Get(
            await db.One<Guid>("select file_id from partner_contract where organization_id = @OrganizationId and id = @Id and file_id is not null", query,
                ct), ct);
    }
}
