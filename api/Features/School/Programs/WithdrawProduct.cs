using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Takes a product away from the list; that it was there stays in the history.</summary>
public static class WithdrawProduct
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapDelete("/{programId:guid}/products/{productId:guid}", async (Guid programId, Guid productId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, productId), ct)))
            .Operation(nameof(WithdrawProduct), Permission.RoadmapProgress);

    public sealed record Command(Guid Id, Guid ProductId) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var addedBy = await db.One<string>("select added_by from program_product where program_id = @Id and id = @ProductId and withdrawn_at is null",
                command, ct);
            if (addedBy != caller.Id && !caller.Grants.PermissionsFor(program.OrganizationId, program.Id)
                .Contains(Permission.ProgramWrite)) throw new Forbidden("product.not-own");
            await db.ExecuteOne("update program_product set withdrawn_at = @Now where id = @ProductId",
                new { command.ProductId, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.ProductId, new ProductWithdrawn(), program.Id);
            return new();
        }
    }
}
