using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>How much more the caller can put where a file is to go: asked before it is sent.</summary>
public static class GetStorageRoom
{
    public static void Map(RouteGroupBuilder storage) =>
        storage.MapGet("/room", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(GetStorageRoom), Permission.FileStore);

    /// <param name="OrganizationId">For files of an organization: materials, contracts, rosters.</param>
    /// <param name="ProgramId">For products of a program, instead of the organization.</param>
    public sealed record Query(Guid? OrganizationId, Guid? ProgramId) : IQuery<Result>;

    /// <param name="Person">The caller's own files at the organization.</param>
    /// <param name="Program">Of the program that was asked about.</param>
    /// <param name="Left">Bytes that fit now by all of them; 0 while no files are taken.</param>
    /// <param name="LargestFile">Bytes of one file at most.</param>
    /// <param name="TakesFiles">False while the platform is short of room: nobody's files are taken.</param>
    public sealed record Result(StorageShare Person, StorageShare? Program, StorageShare Organization, long Left, long LargestFile, bool TakesFiles);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.OrganizationId).Must((q, organization) => organization.HasValue != q.ProgramId.HasValue)
            .WithMessage(_ => ProblemTexts.Of("storage.one-owner", []));
    }

    public sealed class Handler(Db db, FileRoom room, StorageRoom storage, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            if (query.OrganizationId is { } organization) caller.Scope.MustReach(organization);
            var sql = query.ProgramId is null ? Uploads.OfOrganization : Uploads.OfProgram;
            var owner = await db.One<FileRoom.Owner>(sql, new { Id = query.ProgramId ?? query.OrganizationId }, ct);
            var parts = await room.Of(owner, ct);
            var takes = (await storage.Look(ct)).TakesFiles;
            var left = Math.Min(Math.Min(parts.Person.Left, parts.Organization.Left), parts.Program?.Left ?? long.MaxValue);
            return new(StorageShare.Of(parts.Person), parts.Program is { } program ? StorageShare.Of(program) : null, StorageShare.Of(parts.Organization),
                takes ? left : 0, Files.Largest, takes);
        }
    }
}
