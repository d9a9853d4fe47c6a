using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Identity;

/// <summary>Sets the first password, by the one-time link of an invitation.</summary>
public static class SetPassword
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/password", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(command, ct);
                return TypedResults.NoContent();
            })
            .WithSummary("Sets the first password, by the one-time link of an invitation")
            .RequireRateLimiting(RateLimits.Secrets)
            .Operation(nameof(SetPassword), Permission.Public);

    /// <param name="Token">Of the invitation.</param>
    /// <param name="Password">12 to 200 characters, not a common one.</param>
    public sealed record Command(string Token, string Password) : ICommand<Done>, ISecret;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Token).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Password).NotEmpty();
        }
    }

    public sealed class Handler(Accounts accounts, UserManager<Account> users, Sessions sessions, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            if (InviteAccount.ReadLink(command.Token) is not var (id, token) || await accounts.Maybe(id, ct) is not { } account)
                throw new BadInput("account.link-invalid") { Pointer = "/token" };
            account.EmailConfirmed = true;
            (await users.ResetPasswordAsync(account, token, command.Password)).Demand("/password");
            await sessions.End(account.Id, ct);
            audit.AboutPlatform(new { account = account.Id });
            return new();
        }
    }
}
