using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Registers a system that exchanges data for one organization or one region.</summary>
public static class RegisterClient
{
    public static void Map(RouteGroupBuilder clients) =>
        clients.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var result = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/clients/{result.ClientId}", result);
            })
            .Operation(nameof(RegisterClient), Permission.AccountManage);

    /// <param name="OrganizationId">For whom the system works: an organization, else a region.</param>
    /// <param name="RegionCode">ISO 3166-2:RU.</param>
    /// <param name="PublicKeys">A JSON Web Key Set of public EC or RSA keys: the system then signs (`private_key_jwt`) and gets no secret.</param>
    public sealed record Command(string Name, Guid? OrganizationId = null, string? RegionCode = null, JsonElement? PublicKeys = null) : ICommand<Result>,
        ISecret;

    /// <param name="Secret">Shown only now; absent when the system signs with a key of its own.</param>
    public sealed record Result(string ClientId, string? Secret);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
    }

    sealed record Seat(Guid? OrganizationId, string? TerritoryCode, string RegionCode);

    public sealed class Handler(Db db, Accounts accounts, Clients clients, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Scope.Federation) throw new Forbidden("client.administrator-only");
            if (command.OrganizationId is null == command.RegionCode is null) throw new BadInput("assignment.one-place") { Pointer = "/organizationId" };
            var keys = command.PublicKeys is { } given ? Read(given) : null;
            var seat = await db.One<Seat>(SeatSql, command, ct);

            var clientId = $"system-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
            var secret = keys is null ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)) : null;
            await accounts.Join(ct);
            await clients.RegisterSystem(clientId, command.Name, secret, keys, ct);

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, new
            {
                Id = id, ClientId = clientId, Role = nameof(Role.IntegratingSystem), seat.OrganizationId, seat.TerritoryCode,
                RegionCode = seat.OrganizationId is null ? null : seat.RegionCode, Now = now.UtcDateTime, GrantedBy = caller.Id,
            }, ct);
            audit.About(seat.OrganizationId ?? Audit.Platform, seat.RegionCode, id, new ClientRegistered(clientId, keys is not null));
            return new(clientId, secret);
        }
    }

    static JsonWebKeySet Read(JsonElement given)
    {
        try
        {
            var keys = new JsonWebKeySet(given.GetRawText());
            if (keys.Keys.Count > 0 && keys.Keys.All(key => key is { Kty: "EC" or "RSA", HasPrivateKey: false })) return keys;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or JsonException)
        {
        }

        throw new BadInput("client.keys-invalid") { Pointer = "/publicKeys" };
    }

    const string SeatSql = """
        select id organization_id, null::text territory_code, region_code from organization where id = @OrganizationId
        union all
        select null, code, code from territory where code = @RegionCode and level = 'Region'
        """;

    const string Sql = """
        insert into role_assignment (id, client_id, role, organization_id, region_code, territory_code, started_on, granted_by)
        values (@Id, @ClientId, @Role, @OrganizationId, @RegionCode, @TerritoryCode, local_day(@Now, @OrganizationId::uuid, @TerritoryCode::text), @GrantedBy)
        """;
}
