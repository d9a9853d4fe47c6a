using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>Makes an account for a person, and sees to it that the link which sets its password comes to that person alone.</summary>
public static class InviteAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var result = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/accounts/{result.AccountId}", result);
            })
            .Operation(nameof(InviteAccount), Permission.AccountManage);

    /// <param name="Email">With which the account signs in.</param>
    /// <param name="PersonId">Somebody of the staff, whose name the account takes.</param>
    /// <param name="DisplayName">The name of somebody who is on no staff list; needed when `personId` is absent.</param>
    /// <param name="OrganizationId">Where the person works; administrators may leave it out.</param>
    /// <param name="Delivery">`Mail` to the address in the staff list, which `email` has to be then, or `Sheet`.</param>
    public sealed record Command(
        string Email, Guid? PersonId = null, string? DisplayName = null, Guid? OrganizationId = null, Delivery Delivery = Delivery.Mail)
        : ICommand<Result>, ISecret;

    /// <param name="SentTo">The address to which the link goes, in part; null for a sheet.</param>
    /// <param name="Code">Of a sheet: give it to the person and to nobody else. Shown only now.</param>
    public sealed record Result(Guid AccountId, Guid InvitationId, Delivery Delivery, string? SentTo, string? Code, DateTime ExpiresAt);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254).EmailAddress();
            RuleFor(c => c.DisplayName).NotEmpty().When(c => c.PersonId is null);
            RuleFor(c => c.DisplayName).MaximumLength(200);
        }
    }

    public sealed class Handler(Accounts accounts, Invitations invitations, UserManager<Account> users, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            invitations.DemandPlace(command.OrganizationId);
            var contact = command.PersonId is { } person ? await invitations.ContactOf(person, command.OrganizationId, ct) : null;
            var now = time.GetUtcNow();
            var account = new Account
            {
                Id = Guid.CreateVersion7(now), UserName = command.Email, Email = command.Email, DisplayName = contact?.Name ?? command.DisplayName!,
                PersonId = command.PersonId, CreatedAt = now.UtcDateTime,
            };
            await accounts.Join(ct);
            (await users.CreateAsync(account)).Demand("/email");
            var issued = await invitations.Open(account.Id, command.Email, contact, command.OrganizationId, command.Delivery, AccountEvent.Invited, ct);
            audit.AboutPlatform(new AccountInvited(account.Id, command.PersonId, issued.Id, command.Delivery), account.Id);
            return new(account.Id, issued.Id, command.Delivery, issued.SentTo, issued.Code, issued.ExpiresAt);
        }
    }
}
