"""Authorities, signers and signed PDFs, made anew for each run: no key and no certificate is kept."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNER = "Ủy ban nhân dân phường Mẫu Một"
ROOT = "Cơ quan chứng thực Thử Nghiệm"
ISSUER = "Cơ quan cấp chứng thư Thử Nghiệm"


# Public authorities say in each certificate where their list of revoked ones lies; nobody answers there.
_WHERE_REVOKED = x509.CRLDistributionPoints(
    [x509.DistributionPoint([x509.UniformResourceIdentifier("http://crl.invalid/thu.crl")], None, None, None)]
)


@dataclass(frozen=True)
class Owner:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def owner(
    name: str, by: Owner | None = None, *, since: datetime, until: datetime, signs_others: bool = False,
    content_commitment: bool = True,
) -> Owner:  # fmt: skip
    """Return a certificate made out by another owner, or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"), x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=content_commitment and not signs_others, key_encipherment=False,
        data_encipherment=not content_commitment, key_agreement=False, key_cert_sign=signs_others,
        crl_sign=signs_others, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(by.certificate.subject if by else called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=signs_others, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((by.key if by else key).public_key()), critical=False
        )
        .add_extension(_WHERE_REVOKED, critical=False)
    )
    return Owner(made.sign(by.key if by else key, hashes.SHA256()), key)


@dataclass(frozen=True)
class Authority:
    """A root, and who makes out certificates under it, as public authorities do."""

    root: Owner
    issuer: Owner

    def signer(self, name: str = SIGNER, *, since: datetime, until: datetime, content_commitment: bool = True) -> Owner:
        return owner(name, self.issuer, since=since, until=until, content_commitment=content_commitment)

    def trusted_in(self, folder: Path) -> Path:
        """Write the root into a folder of trusted certificates."""
        (folder / "goc.pem").write_bytes(self.root.pem)
        return folder

    def revoked(self, one: Owner, *, at: datetime, issued: datetime) -> bytes:
        """Return a list, in DER, that revokes a certificate."""
        entry = x509.RevokedCertificateBuilder().serial_number(one.certificate.serial_number).revocation_date(at)
        made = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.issuer.certificate.subject)
            .last_update(issued)
            .next_update(issued + timedelta(days=30))
            .add_revoked_certificate(entry.build())
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.issuer.key.public_key()), critical=False
            )
        )
        return made.sign(self.issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def authority(*, since: datetime, until: datetime) -> Authority:
    root = owner(ROOT, since=since, until=until, signs_others=True)
    return Authority(root, owner(ISSUER, root, since=since, until=until, signs_others=True))


def signed(data: bytes, by: Owner, under: Authority, *, field: str = "ChuKy1", md: str = "sha256") -> bytes:
    """Return a PDF with one more signature, by the clock of this machine (`time_machine` turns it in tests)."""
    signer = signers.SimpleSigner(
        signing_cert=_asn1(by.certificate),
        signing_key=keys.PrivateKeyInfo.load(_pkcs8(by.key)),
        cert_registry=_registry(under),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    about = signers.PdfSignatureMetadata(field_name=field, md_algorithm=md)
    made = signers.sign_pdf(writer, about, signer, new_field_spec=fields.SigFieldSpec(field))
    return bytes(made.getvalue())


def added_to(data: bytes, words: bytes = b"BT /F1 12 Tf 100 100 Td (Them vao sau khi ky) Tj ET") -> bytes:
    """Return a PDF that was saved again with more on its first page, by appending, so that no signed byte changes."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    stream = writer.add_object(generic.StreamObject(stream_data=words))
    page, _ = writer.find_page_for_modification(0)
    page = page.get_object()
    contents = page["/Contents"]
    held = list(contents) if isinstance(contents, generic.ArrayObject) else [page.raw_get("/Contents")]
    page["/Contents"] = generic.ArrayObject([*held, stream])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _pkcs8(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _registry(under: Authority) -> SimpleCertificateStore:
    store = SimpleCertificateStore()
    store.register(_asn1(under.issuer.certificate))
    return store


YEAR = timedelta(days=365)
SIGNED_AT = datetime(2025, 6, 2, 3, 4, 5, tzinfo=UTC)
"""10.04.05 on 2 June 2025 in Viet Nam."""
