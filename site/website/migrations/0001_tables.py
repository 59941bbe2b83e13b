import django.db.models.deletion
import news.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('website', '0001_initial'),
        ('website', '0005_feedback'),
        ('website', '0008_words_beside_fields'),
        ('website', '0011_english_site_details'),
    ]

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('received_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='nhận lúc')),
                ('kind', models.CharField(choices=[('mistake', 'Sai sót trong tin bài'), ('broken', 'Trang hỏng, không mở được'), ('access', 'Khó đọc, khó dùng trang'), ('question', 'Câu hỏi, kiến nghị')], default='question', max_length=10, verbose_name='về việc')),
                ('message', models.TextField(verbose_name='nội dung')),
                ('about', models.CharField(blank=True, max_length=500, verbose_name='ở trang')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='họ tên')),
                ('contact', models.CharField(blank=True, max_length=150, verbose_name='liên hệ lại')),
                ('state', models.CharField(choices=[('new', 'Mới nhận'), ('answered', 'Đã trả lời'), ('closed', 'Đã xem, không cần trả lời')], default='new', max_length=10, verbose_name='tình trạng')),
                ('note', models.TextField(blank=True, verbose_name='ghi chú nội bộ')),
            ],
            options={
                'verbose_name': 'góp ý',
                'verbose_name_plural': 'góp ý',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'Trang chủ',
                'verbose_name_plural': 'Trang chủ',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, help_text='Một hai câu, hiện dưới tiêu đề.', verbose_name='giới thiệu')),
                ('body', news.fields.BodyField(blank=True, help_text='Bấm dấu cộng để thêm đoạn văn, ảnh có chú thích, bảng, tệp đính kèm.', verbose_name='nội dung')),
            ],
            options={
                'verbose_name': 'Trang văn bản',
                'verbose_name_plural': 'Trang văn bản',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department_name', models.CharField(default='Sở Nội vụ', help_text='Hiện ở đầu mọi trang và trong nguồn tin của API.', max_length=120, verbose_name='tên cơ quan')),
                ('province_line', models.CharField(blank=True, help_text='Hiện dưới tên cơ quan, ví dụ: Tỉnh Lam Giang.', max_length=120, verbose_name='dòng thứ hai')),
                ('managing_authority', models.CharField(blank=True, help_text='Hiện ở chân trang, ví dụ: Ủy ban nhân dân tỉnh.', max_length=200, verbose_name='cơ quan chủ quản')),
                ('address', models.CharField(blank=True, help_text='Hiện ở chân trang.', max_length=250, verbose_name='địa chỉ')),
                ('phone', models.CharField(blank=True, help_text='Hiện ở chân trang; ghi cả mã vùng.', max_length=40, verbose_name='điện thoại')),
                ('email', models.EmailField(blank=True, help_text='Hiện ở chân trang; góp ý của bạn đọc cũng gửi về đây.', max_length=254, verbose_name='thư điện tử')),
                ('content_lead', models.CharField(blank=True, help_text='Người chịu trách nhiệm chính về nội dung, hiện ở chân trang.', max_length=200, verbose_name='chịu trách nhiệm nội dung')),
                ('licence_line', models.CharField(blank=True, help_text='Số, ngày và nơi cấp giấy phép của trang, hiện ở chân trang.', max_length=250, verbose_name='giấy phép')),
                ('source_rule', models.CharField(blank=True, help_text='Ví dụ: Ghi rõ nguồn “Sở Nội vụ …” khi dùng lại thông tin từ trang này.', max_length=250, verbose_name='yêu cầu ghi nguồn')),
                ('department_name_en', models.CharField(blank=True, help_text='Ví dụ: Department of Home Affairs.', max_length=120, verbose_name='tên cơ quan (tiếng Anh)')),
                ('province_line_en', models.CharField(blank=True, help_text='Ví dụ: Lam Giang Province; tên đầy đủ nối bằng “of”.', max_length=120, verbose_name='dòng thứ hai (tiếng Anh)')),
                ('managing_authority_en', models.CharField(blank=True, help_text='Ví dụ: People’s Committee of Lam Giang Province.', max_length=200, verbose_name='cơ quan chủ quản (tiếng Anh)')),
                ('address_en', models.CharField(blank=True, help_text='Ví dụ: 18 Nguyen Du Street, … Viet Nam.', max_length=250, verbose_name='địa chỉ (tiếng Anh)')),
                ('content_lead_en', models.CharField(blank=True, help_text='Ví dụ: Ms Đàm Thu Quyên, Deputy Director.', max_length=200, verbose_name='chịu trách nhiệm nội dung (tiếng Anh)')),
                ('licence_line_en', models.CharField(blank=True, help_text='Ví dụ: Licence No. 12/GP-TTĐT of 5 March 2026, issued by …', max_length=250, verbose_name='giấy phép (tiếng Anh)')),
                ('source_rule_en', models.CharField(blank=True, help_text='Ví dụ: Please name “Department of Home Affairs of …” as the source.', max_length=250, verbose_name='yêu cầu ghi nguồn (tiếng Anh)')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'Thông tin cơ quan',
            },
        ),
    ]
