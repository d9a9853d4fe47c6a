using System.Buffers.Text;
using System.Text;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Identity;

/// <summary>Makes an account for a person, and the link with which that person sets its password.</summary>
public static class InviteAccount
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var result = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/accounts/{result.AccountId}", result);
            })
            .WithSummary("Makes an account for a person, and the link with which that person sets its password")
            .Operation(nameof(InviteAccount), Permission.AccountManage);

    /// <param name="PersonId">Somebody of the staff, whose name the account takes.</param>
    /// <param name="DisplayName">The name of somebody who is on no staff list; needed when `personId` is absent.</param>
    public sealed record Command(string Email, Guid? PersonId = null, string? DisplayName = null) : ICommand<Result>, ISecret;

    /// <param name="Token">Works once, until `expiresAt`; shown only now. The web client takes it at `/set-password?token=…`.</param>
    public sealed record Result(Guid AccountId, string Token, DateTime ExpiresAt);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254).EmailAddress();
            RuleFor(c => c.DisplayName).NotEmpty().When(c => c.PersonId is null);
            RuleFor(c => c.DisplayName).MaximumLength(200);
        }
    }

    public sealed class Handler(Db db, Accounts accounts, UserManager<Account> users, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var name = command.PersonId is null ? command.DisplayName! : await db.One<string>(NameOf, command, ct);
            var now = time.GetUtcNow();
            var account = new Account
            {
                Id = Guid.CreateVersion7(now), UserName = command.Email, Email = command.Email, DisplayName = name, PersonId = command.PersonId, CreatedAt = now.UtcDateTime,
            };
            await accounts.Join(ct);
            (await users.CreateAsync(account)).Demand("/email");
            audit.AboutPlatform(new { account = account.Id, command.PersonId });
            return new(account.Id, LinkToken(account.Id, await users.GeneratePasswordResetTokenAsync(account)), (now + LinkLifetime).UtcDateTime);
        }
    }

    static string LinkToken(Guid account, string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{account:n}{token}"));

    /// <returns>Null when it is no token of ours.</returns>
    public static (Guid Account, string Token)? ReadLink(string link)
    {
        if (!Base64Url.IsValid(link)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(link));
        return text.Length > 32 && Guid.TryParseExact(text[..32], "n", out var account) ? (account, text[32..]) : null;
    }

    const string NameOf = "select concat_ws(' ', family_name, given_name, patronymic) from person where id = @PersonId";
}
