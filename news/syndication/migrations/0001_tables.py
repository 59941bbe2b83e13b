import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import news.syndication.models.webhooks
import news.syndication.webhooks.signing
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('syndication', '0001_initial'),
        ('syndication', '0002_portals'),
        ('syndication', '0003_webhooks'),
        ('syndication', '0004_choose_areas'),
        ('syndication', '0005_tombstones_without_texts'),
        ('syndication', '0006_publication_by_address'),
        ('syndication', '0007_finished_pages'),
        ('syndication', '0008_words_beside_fields'),
        ('syndication', '0009_finished_cards'),
    ]

    dependencies = [
        ('news', '0001_tables'),
        ('people', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0, verbose_name='số')),
                ('epoch', models.UUIDField(default=uuid.uuid4, help_text='Đổi khi dữ liệu được khôi phục: các cổng phải lấy lại từ đầu.', verbose_name='kỷ nguyên')),
                ('changed_at', models.DateTimeField(null=True, verbose_name='lúc thay đổi')),
                ('next_expiry', models.DateTimeField(help_text='Sau lúc này có tin hết hạn, dù số chưa tăng.', null=True, verbose_name='lần hết hạn tới')),
                ('missed', models.PositiveBigIntegerField(default=0, help_text='Thay đổi không được ghi ngay lúc xảy ra.', verbose_name='số lần quét thấy sai')),
            ],
            options={
                'verbose_name': 'số phát hành',
                'verbose_name_plural': 'số phát hành',
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('article', 'Tin bài'), ('announcement', 'Thông báo khen thưởng'), ('consultation', 'Lấy ý kiến khen thưởng')], max_length=12, verbose_name='loại')),
                ('key', models.UUIDField(help_text='Chung cho mọi ngôn ngữ.', verbose_name='id')),
                ('locale', models.CharField(max_length=100, verbose_name='ngôn ngữ')),
                ('page', models.BigIntegerField(db_index=True, verbose_name='trang')),
                ('version', models.PositiveBigIntegerField(help_text='Chỉ tăng.', verbose_name='phiên bản')),
                ('edition', models.PositiveBigIntegerField(verbose_name='số phát hành của lần thay đổi cuối')),
                ('visible', models.BooleanField(verbose_name='công khai')),
                ('reason', models.CharField(choices=[('published', 'Đăng'), ('corrected', 'Sửa'), ('moved', 'Đổi địa chỉ'), ('withdrawn', 'Rút lại'), ('redirected', 'Chuyển sang địa chỉ khác'), ('gone', 'Gỡ hẳn'), ('superseded', 'Đã có bản thay thế'), ('private', 'Chuyển thành nội bộ')], max_length=10, verbose_name='lý do')),
                ('note', models.TextField(blank=True, verbose_name='lời giải thích khi gỡ')),
                ('url', models.TextField(verbose_name='địa chỉ')),
                ('replaced_by', models.TextField(blank=True, verbose_name='địa chỉ trang thay thế')),
                ('replacement', models.BigIntegerField(null=True, verbose_name='trang thay thế')),
                ('published_at', models.DateTimeField(verbose_name='lúc đăng hiển thị')),
                ('updated_at', models.DateTimeField(verbose_name='lúc đăng bản đang hiện')),
                ('event_from', models.DateField(null=True, verbose_name='diễn ra từ ngày')),
                ('event_to', models.DateField(null=True, verbose_name='đến ngày')),
                ('expires_at', models.DateTimeField(null=True, verbose_name='hết hạn lúc')),
                ('content_hash', models.CharField(max_length=32, verbose_name='dấu vân tay')),
                ('changed_at', models.DateTimeField(verbose_name='lúc thay đổi')),
            ],
            options={
                'verbose_name': 'bản công khai',
                'verbose_name_plural': 'bản công khai',
                'indexes': [
                    models.Index(models.F('kind'), models.F('locale'), models.OrderBy(models.F('published_at'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('visible', True)), name='publication_newest_first'),
                    models.Index(fields=['edition', 'id'], name='publication_by_edition'),
                    models.Index(fields=['url'], name='publication_by_address'),
                    models.Index(condition=models.Q(('expires_at__isnull', False), ('visible', True)), fields=['expires_at'], name='publication_expiry'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('key', 'locale'), name='publication_once_in_a_language'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PublicationDependency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('key', models.BigIntegerField()),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dependencies', to='syndication.publication')),
            ],
            options={
                'verbose_name': 'phụ thuộc',
                'verbose_name_plural': 'phụ thuộc',
                'indexes': [
                    models.Index(fields=['kind', 'key'], name='dependency_by_key'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('publication', 'kind', 'key'), name='dependency_once_on_a_publication'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PublicationFacet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=16)),
                ('value', models.CharField(max_length=40)),
                ('locale', models.CharField(max_length=100)),
                ('published_at', models.DateTimeField()),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facets', to='syndication.publication')),
            ],
            options={
                'verbose_name': 'tiêu chí lọc',
                'verbose_name_plural': 'tiêu chí lọc',
                'indexes': [
                    models.Index(models.F('name'), models.F('value'), models.F('locale'), models.OrderBy(models.F('published_at'), descending=True), models.OrderBy(models.F('publication'), descending=True), name='facet_newest_first'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('publication', 'name', 'value'), name='facet_once_on_a_publication'),
                ],
            },
        ),
        migrations.CreateModel(
            name='WaitingPage',
            fields=[
                ('page', models.BigIntegerField(primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name': 'trang chờ ghi',
                'verbose_name_plural': 'trang chờ ghi',
            },
        ),
        migrations.CreateModel(
            name='Portal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Tên để nhận ra cổng này trong danh sách và báo cáo.', max_length=150, unique=True, verbose_name='tên cổng')),
                ('contact_name', models.CharField(blank=True, help_text='Người vận hành cổng, để liên hệ khi có trục trặc.', max_length=100, verbose_name='người liên hệ')),
                ('contact_email', models.EmailField(blank=True, help_text='Thư của người vận hành cổng.', max_length=254, verbose_name='thư điện tử')),
                ('contact_phone', models.CharField(blank=True, help_text='Số gọi được khi có trục trặc.', max_length=40, verbose_name='điện thoại')),
                ('is_active', models.BooleanField(default=True, help_text='Bỏ chọn: mọi khóa của cổng bị từ chối ngay.', verbose_name='đang hoạt động')),
                ('may_read', models.BooleanField(default=True, help_text='Cổng lấy tin bài về bằng khóa của mình.', verbose_name='đọc tin')),
                ('may_report_views', models.BooleanField(default=False, help_text='Cổng gửi lại số lượt xem của từng ngày.', verbose_name='báo lượt xem')),
                ('may_offer_articles', models.BooleanField(default=False, help_text='Bài gửi đến là bản nháp, chờ duyệt như mọi bài.', verbose_name='gửi tin bài')),
                ('takes_all_sections', models.BooleanField(default=True, help_text='Bỏ chọn để chọn riêng từng chuyên mục ở dưới.', verbose_name='lấy mọi chuyên mục')),
                ('takes_all_provinces', models.BooleanField(default=True, help_text='Bỏ chọn để chọn riêng từng tỉnh ở dưới.', verbose_name='lấy mọi tỉnh, thành phố')),
                ('requests_per_minute', models.PositiveIntegerField(default=600, help_text='Quá số này máy chủ trả lời 429. Ghi 0: không giới hạn.', validators=[django.core.validators.MaxValueValidator(100000)], verbose_name='số yêu cầu mỗi phút')),
                ('note', models.TextField(blank=True, help_text='Chỉ người quản trị xem.', verbose_name='ghi chú')),
                ('last_seen_at', models.DateTimeField(editable=False, null=True, verbose_name='lần gọi gần nhất')),
                ('asked_since', models.PositiveBigIntegerField(editable=False, null=True, verbose_name='đã lấy đến số')),
                ('offers_go_to', models.ForeignKey(blank=True, help_text='Nơi bài cổng gửi đến nằm chờ duyệt khi bài không ghi chuyên mục.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.sectionpage', verbose_name='chuyên mục nhận bài')),
                ('province', models.ForeignKey(blank=True, help_text='Địa phương mà cổng phục vụ; để trống nếu không của riêng tỉnh nào.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.province', verbose_name='tỉnh, thành phố')),
                ('provinces', models.ManyToManyField(blank=True, help_text='Khi không lấy mọi tỉnh. Tỉnh hiện nay gồm cả các tỉnh trước khi sáp nhập.', related_name='+', to='people.province', verbose_name='tỉnh, thành phố được lấy')),
                ('sections', models.ManyToManyField(blank=True, help_text='Khi không lấy mọi chuyên mục: chỉ còn tin bài trong các chuyên mục này, không gồm thông báo khen thưởng và lấy ý kiến.', related_name='+', to='news.sectionpage', verbose_name='chuyên mục được lấy')),
            ],
            options={
                'verbose_name': 'cổng tỉnh',
                'verbose_name_plural': 'cổng tỉnh',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Webhook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.CharField(help_text='Bắt đầu bằng https://, cổng 443 hoặc 8443.', max_length=500, verbose_name='địa chỉ nhận')),
                ('secret', models.CharField(default=news.syndication.webhooks.signing.new_secret, editable=False, max_length=100, verbose_name='khóa ký')),
                ('old_secret', models.CharField(blank=True, editable=False, max_length=100, verbose_name='khóa ký cũ')),
                ('old_secret_until', models.DateTimeField(editable=False, null=True, verbose_name='khóa cũ còn dùng đến')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='tạo lúc')),
                ('is_enabled', models.BooleanField(default=True, editable=False, verbose_name='đang bật')),
                ('disabled_at', models.DateTimeField(editable=False, null=True, verbose_name='tắt lúc')),
                ('disabled_reason', models.CharField(blank=True, editable=False, max_length=300, verbose_name='vì sao tắt')),
                ('told_up_to', models.PositiveBigIntegerField(default=news.syndication.models.webhooks.present_edition, editable=False, verbose_name='đã báo đến số')),
                ('last_success_at', models.DateTimeField(editable=False, null=True, verbose_name='nhận được lần cuối')),
                ('failing_since', models.DateTimeField(editable=False, null=True, verbose_name='không nhận được từ')),
                ('failures', models.PositiveIntegerField(default=0, editable=False, verbose_name='số lần hỏng liền nhau')),
                ('resting_until', models.DateTimeField(editable=False, null=True, verbose_name='nghỉ đến')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='webhooks', to='syndication.portal', verbose_name='cổng tỉnh')),
            ],
            options={
                'verbose_name': 'địa chỉ nhận báo',
                'verbose_name_plural': 'địa chỉ nhận báo',
                'ordering': ['portal__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='WebhookDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(default=news.syndication.webhooks.signing.new_message_id, max_length=40, unique=True, verbose_name='mã')),
                ('type', models.CharField(choices=[('publication.changed', 'Tin thay đổi'), ('webhook.test', 'Gửi thử')], max_length=30, verbose_name='loại')),
                ('key', models.UUIDField(null=True, verbose_name='id của bài')),
                ('locale', models.CharField(blank=True, max_length=10, verbose_name='ngôn ngữ')),
                ('payload', models.TextField(help_text='Đúng từng byte như được gửi.', verbose_name='nội dung')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lập lúc')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gửi vào lúc')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='số lần gửi')),
                ('state', models.CharField(choices=[('waiting', 'Đang chờ'), ('delivered', 'Đã nhận'), ('dead', 'Không gửi được')], default='waiting', max_length=10, verbose_name='trạng thái')),
                ('tried_at', models.DateTimeField(null=True, verbose_name='gửi lần cuối')),
                ('last_status', models.PositiveSmallIntegerField(null=True, verbose_name='mã trả lời')),
                ('last_error', models.CharField(blank=True, max_length=500, verbose_name='lỗi lần cuối')),
                ('milliseconds', models.PositiveIntegerField(null=True, verbose_name='mất (ms)')),
                ('webhook', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='syndication.webhook', verbose_name='địa chỉ nhận')),
            ],
            options={
                'verbose_name': 'lượt báo',
                'verbose_name_plural': 'lượt báo',
                'ordering': ['-pk'],
                'indexes': [
                    models.Index(condition=models.Q(('state', 'waiting')), fields=['webhook', 'due_at', 'id'], name='delivery_next'),
                    models.Index(condition=models.Q(('state', 'delivered'), _negated=True), fields=['webhook', 'key'], name='delivery_not_received'),
                    models.Index(condition=models.Q(('state', 'dead')), fields=['webhook'], name='delivery_given_up'),
                    models.Index(condition=models.Q(('state', 'delivered')), fields=['tried_at'], name='delivery_received'),
                ],
            },
        ),
        migrations.CreateModel(
            name='OfferedArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('external_id', models.CharField(max_length=200, verbose_name='mã ở cổng')),
                ('digest', models.CharField(max_length=64, verbose_name='dấu vân tay nội dung')),
                ('content', models.JSONField(verbose_name='nội dung như đã nhận')),
                ('key', models.UUIDField(verbose_name='id của bài')),
                ('revision', models.BigIntegerField(verbose_name='phiên bản cổng gửi')),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='nhận lúc')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gửi lại lúc')),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='offers', to='news.articlepage', verbose_name='tin bài')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='syndication.portal', verbose_name='cổng')),
            ],
            options={
                'verbose_name': 'bài cổng gửi đến',
                'verbose_name_plural': 'bài cổng gửi đến',
                'ordering': ['-received_at'],
                'constraints': [
                    models.UniqueConstraint(fields=('portal', 'external_id'), name='offered_once_by_a_portal'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PortalDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='ngày')),
                ('requests', models.PositiveBigIntegerField(default=0, verbose_name='yêu cầu')),
                ('refused', models.PositiveBigIntegerField(default=0, verbose_name='bị từ chối')),
                ('items', models.PositiveBigIntegerField(default=0, verbose_name='mục đã giao')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='syndication.portal', verbose_name='cổng')),
            ],
            options={
                'verbose_name': 'một ngày của cổng',
                'verbose_name_plural': 'ngày của cổng',
                'ordering': ['-day'],
                'constraints': [
                    models.UniqueConstraint(fields=('portal', 'day'), name='portal_day_once'),
                    models.CheckConstraint(condition=models.Q(('refused__lte', models.F('requests'))), name='portal_refusals_are_requests'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PortalKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('beginning', models.CharField(max_length=12, verbose_name='phần đầu của khóa')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='dấu vân tay')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='tạo lúc')),
                ('last_used_at', models.DateTimeField(null=True, verbose_name='dùng lần cuối')),
                ('revoked_at', models.DateTimeField(null=True, verbose_name='thu hồi lúc')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='syndication.portal', verbose_name='cổng')),
            ],
            options={
                'verbose_name': 'khóa của cổng',
                'verbose_name_plural': 'khóa của cổng',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublicationContent',
            fields=[
                ('publication', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='syndication.publication')),
                ('json', models.BinaryField()),
            ],
            options={
                'verbose_name': 'nội dung công khai',
                'verbose_name_plural': 'nội dung công khai',
            },
        ),
        migrations.CreateModel(
            name='PublicationHtml',
            fields=[
                ('publication', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='html', serialize=False, to='syndication.publication')),
                ('touch', models.UUIDField(default=uuid.uuid4)),
                ('made_with', models.CharField(blank=True, db_index=True, max_length=32)),
                ('made_at', models.DateTimeField(db_index=True, null=True)),
                ('head', models.TextField(blank=True)),
                ('main', models.TextField(blank=True)),
                ('card', models.TextField(blank=True)),
                ('large_card', models.TextField(blank=True)),
                ('chosen', models.JSONField(default=list)),
                ('is_translated', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'trang dựng sẵn',
                'verbose_name_plural': 'trang dựng sẵn',
            },
        ),
    ]
